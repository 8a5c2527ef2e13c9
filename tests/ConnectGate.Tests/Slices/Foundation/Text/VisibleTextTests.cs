namespace ConnectGate.Tests.Slices.Foundation.Text;

/// <summary>The one way of cleaning and counting.</summary>
public sealed class VisibleTextTests
{
    public static readonly TheoryData<string> Scripts = [.. Texts.Characters.Keys.Concat(Texts.DenseCharacters.Keys)];

    public static readonly TheoryData<string> BlankKinds = [.. Texts.Blanks.Keys];

    [Theory]
    [InlineData("  Hello  ", "Hello")]
    [InlineData("Hello\r\nyou", "Hello\nyou")]
    [InlineData("Hello\ryou", "Hello\nyou")]
    [InlineData("Hello\u2028you", "Hello\nyou")]
    [InlineData("one\n\n\n\n\ntwo", "one\n\ntwo")]
    [InlineData("Hello\u200B\u202E\u0007you", "Helloyou")]
    [InlineData("e\u0301", "\u00E9")]
    [InlineData("tab\there", "tab here")]
    [InlineData("👩🏽\u200D💻", "👩🏽\u200D💻")]
    [InlineData("\u200D\u200Cword", "word")]
    [InlineData("می\u200Cخواهم", "می\u200Cخواهم")]
    [InlineData("\u3164\u2800", "")]
    public void Text_is_kept_clean(string typed, string kept) => Assert.Equal(kept, VisibleText.Clean(typed));

    [Fact]
    public void Half_a_character_becomes_the_sign_for_one_that_was_lost() =>
        Assert.Equal("broken \uFFFD surrogate", VisibleText.Clean($"broken {'\uD83D'} surrogate"));

    [Theory, MemberData(nameof(Scripts))]
    public void Cleaning_twice_is_cleaning_once(string script)
    {
        var text = VisibleText.Clean($"\u200B{Texts.Of(30, Texts.Script(script).Character)} \u202E x");

        Assert.Equal(text, VisibleText.Clean(text));
    }

    [Theory, MemberData(nameof(Scripts))]
    public void A_character_is_what_a_reader_sees_as_one(string script)
    {
        var (character, counts) = Texts.Script(script);

        Assert.Equal(25, VisibleText.Count(Texts.Of(25, character)));
        Assert.Equal(25 * counts, VisibleText.CountTowardsMinimum(Texts.Of(25, character)));
    }

    [Theory, MemberData(nameof(BlankKinds))]
    public void Blanks_count_nothing(string kind) => Assert.All(Texts.Blanks[kind], blank =>
        {
            Assert.True(VisibleText.IsBlank(Texts.Of(30, blank)));
            Assert.Equal(0, VisibleText.Count(Texts.Of(30, blank)));
        });

    [Theory]
    [InlineData("a b", 3)]
    [InlineData("a     b", 3)]
    [InlineData("  a b  ", 3)]
    [InlineData("a\n\nb", 3)]
    [InlineData(null, 0)]
    public void Inner_runs_of_white_space_count_once_and_outer_ones_not(string? text, int count) =>
        Assert.Equal(count, VisibleText.Count(text));

    [Theory]
    [InlineData("Anna Müller", false)]
    [InlineData("О'Нил", false)]
    [InlineData("محمد\u200Cرضا", false)]
    [InlineData("Anna\u200BMüller", true)]
    [InlineData("Anna\u202EMüller", true)]
    [InlineData("Anna\nMüller", true)]
    [InlineData("Anna\u3164", true)]
    [InlineData("\u200DAnna", true)]
    public void A_name_hides_no_characters(string name, bool hides) =>
        Assert.Equal(hides, VisibleText.HidesCharacters(name));
}
