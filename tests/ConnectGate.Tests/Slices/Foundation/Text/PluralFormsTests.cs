using System.Globalization;

namespace ConnectGate.Tests.Slices.Foundation.Text;

public sealed class PluralFormsTests
{
    private const string Letters = "{0, plural, =0 {No letters} one {{1} wrote one letter} other {# letters}}.";

    [Theory]
    [InlineData("en", 0, "No letters.")]
    [InlineData("en", 1, "Ada wrote one letter.")]
    [InlineData("en", 2, "2 letters.")]
    [InlineData("en", 12345, "12,345 letters.")]
    [InlineData("de", 12345, "12.345 letters.")]
    public void A_number_chooses_its_form(string language, int number, string said) =>
        Assert.Equal(said, PluralForms.Format(CultureInfo.GetCultureInfo(language), Letters, number, "Ada"));

    // CLDR 48: 0 is "one" in French, and "other" in the three others.
    [Theory]
    [InlineData("en", "other")]
    [InlineData("de", "other")]
    [InlineData("es", "other")]
    [InlineData("fr", "one")]
    public void Nothing_is_one_or_several_by_the_language(string language, string said) =>
        Assert.Equal(
            said,
            PluralForms.Format(CultureInfo.GetCultureInfo(language), "{0, plural, one {one} other {other}}", 0L)
        );

    [Fact]
    public void Other_placeholders_and_a_second_number_keep_their_places() =>
        Assert.Equal(
            "3 May: one day, 2 hours",
            PluralForms.Format(
                CultureInfo.GetCultureInfo("en"),
                "{2:d MMMM}: {0, plural, one {one day} other {# days}}, {1, plural, one {one hour} other {# hours}}",
                1,
                2,
                new DateOnly(2026, 5, 3)
            )
        );

    [Fact]
    public void A_form_that_is_not_closed_is_a_bug() =>
        Assert.Throws<FormatException>(() =>
            PluralForms.Format(CultureInfo.InvariantCulture, "{0, plural, one {one} other {#", 1)
        );
}
