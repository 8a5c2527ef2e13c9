using ConnectGate.Foundation.Text.Names;

namespace ConnectGate.Tests.Slices.Foundation.Text;

public sealed class InitialsTests
{
    [Theory]
    [InlineData("Lena Vogt", "LV")]
    [InlineData("rosa ❤️", "R")]
    [InlineData("Rosa ❤️ de la Cruz", "RC")]
    [InlineData("Øystein Ünal (he/him)", "ØÜ")]
    [InlineData("Мария Петрова", "МП")]
    [InlineData("Ǆemal Ǆumhur", "ǄǄ")]
    [InlineData("ليلى حداد", "ل")]
    [InlineData("王 小明", "王")]
    [InlineData("प्रिया शर्मा", "प्रि")]
    [InlineData("👩🏽‍🔬", "👩🏽‍🔬")]
    [InlineData("", "")]
    public void Initials_are_whole_characters_of_any_script(string name, string initials) =>
        Assert.Equal(initials, Initials.Of(name));

    [Theory]
    [InlineData("Lena Vogt", "Lena Vogt")]
    [InlineData("Rosa ❤️", "Rosa ❤️")]
    [InlineData("ליאת כהן", "\u2068ליאת כהן\u2069")]
    [InlineData("Lena (ليلى)", "\u2068Lena (ليلى)\u2069")]
    public void A_name_with_a_letter_from_right_to_left_is_isolated(string name, string isolated) =>
        Assert.Equal(isolated, Isolated.Of(name));
}
