using ConnectGate.Foundation.Text.Characters;

namespace ConnectGate.Tests.Slices.Foundation.Text;

/// <summary>Cleaning and counting of texts.</summary>
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
    [InlineData("with love ❤\uFE0F", "with love ❤\uFE0F")]
    [InlineData("plain\uFE0F text", "plain text")]
    [InlineData("葛\U000E0100城", "葛\U000E0100城")]
    [InlineData("🏴\U000E0067\U000E0062\U000E0065\U000E006E\U000E0067\U000E007F", null)]
    [InlineData("🏴\U000E0067\U000E0062", "🏴")]
    [InlineData("hi\U000E0068\U000E0069\U000E0021\U000E007F", "hi")]
    public void Text_is_kept_clean(string typed, string? kept) => Assert.Equal(kept ?? typed, VisibleText.Clean(typed));

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

    [Theory]
    [InlineData("क्ष्म्य", 1)] // two linkers
    [InlineData("क्\u200Dष", 1)] // a half form
    [InlineData("क्\u200Cष", 2)] // a visible virama
    [InlineData("किष", 2)]
    [InlineData("ශ්‍රී", 2)] // Sinhala has no linker
    [InlineData("ᬓ᭄ᬱ", 1)] // Balinese, whose linker has a width
    [InlineData("க்ஷ", 2)] // Tamil has none
    [InlineData("नमस्ते", 3)]
    public void The_consonants_of_a_conjunct_are_one_character(string text, int count)
    {
        Assert.Equal(count, VisibleText.Count(text));
        Assert.Equal(count == 1 ? text : "…", FirstLines.Of(text, 1));
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
    [InlineData("Mara 🎈", false)]
    [InlineData("Mara ☀\uFE0F", false)]
    [InlineData("Skipper ⛵\uFE0F Lu", false)]
    [InlineData("Ivo 🧑🏿\u200D🚀", false)]
    [InlineData("Uma 🏴\u200D☠\uFE0F", false)]
    [InlineData("Gro 🏴\U000E0067\U000E0062\U000E0077\U000E006C\U000E0073\U000E007F", false)]
    [InlineData("Nr. 1\uFE0F\u20E3", false)]
    [InlineData("渡辺\U000E0101", false)]
    [InlineData("Anna\uFE0F", true)]
    [InlineData("Anna \uFE0F", true)]
    [InlineData("Mara 🎈\u200D", true)]
    [InlineData("Mara 🏴\U000E0068\U000E0069", true)]
    [InlineData("Anna\U000E0041", true)]
    public void A_name_hides_no_characters(string name, bool hides) =>
        Assert.Equal(hides, VisibleText.HidesCharacters(name));
}
