namespace ConnectGate.Tests.Slices.Foundation.Text;

/// <summary>A search finds the names that people mean, however they type them.</summary>
public sealed class SearchTextTests
{
    [Theory]
    [InlineData("Åse Bjørnsdóttir", "ase bjornsdottir")]
    [InlineData("Weiß, WEISS, WEIẞ", "weiss, weiss, weiss")]
    [InlineData("Þóra Guðrún", "thora gudrun")]
    [InlineData("Đặng Đình", "dang dinh")]
    [InlineData("Michał Wałęsa", "michal walesa")]
    [InlineData("Işıl İnce", "isil ince")]
    [InlineData("Bœuf Sæther", "boeuf saether")]
    [InlineData("Ħal Ŧoŋ Əli Ɔba Ɓala", "hal ton eli oba bala")]
    [InlineData("D’Arcy Oʻahu – Kaʼahumanu", "d'arcy o'ahu - ka'ahumanu")]
    [InlineData("ΓΙΏΡΓΟΣ Γιώργος", "γιωργοσ γιωργοσ")]
    [InlineData("Семён", "семен")]
    [InlineData("שָׁלוֹם مُحَمَّد", "שלום محمد")]
    [InlineData("محمد\u200Cرضا", "محمدرضا")]
    [InlineData("Ｆｕｌｌ 𝗕𝗼𝗹𝗱 ﬁn", "full bold fin")]
    public void It_is_folded_as_people_type_it(string text, string folded) =>
        Assert.Equal(folded, SearchText.Fold(text));

    [Theory]
    [InlineData("きょうこ", "きようこ")]
    [InlineData("がく", "かく")]
    [InlineData("パパ", "ハハ")]
    [InlineData("कि", "क")]
    [InlineData("कुमार", "कमार")]
    [InlineData("ন্ত", "নত")]
    [InlineData("กี่", "กี")]
    [InlineData("ކީ", "ކ")]
    public void Signs_that_make_another_letter_stay(string text, string other)
    {
        Assert.NotEqual(SearchText.Fold(other), SearchText.Fold(text));
        Assert.Equal(text.Normalize(), SearchText.Fold(text));
    }

    [Theory]
    [InlineData("ﾊﾟﾄﾘｯｸ", "パトリック")]
    [InlineData("か\u3099", "が")]
    public void Widths_and_compositions_are_alike(string text, string other) =>
        Assert.Equal(SearchText.Fold(other), SearchText.Fold(text));

    [Theory, InlineData("Øyvind ß ŉ ǅ ´ ﷺ ½ が कि กี่ 👩🏽\u200D🔬"), InlineData("e\u0301\u0301 \u0301x ΣΑΣ")]
    public void Folding_twice_is_folding_once(string text)
    {
        var folded = SearchText.Fold(text);

        Assert.Equal(folded, SearchText.Fold(folded));
    }
}
