using ConnectGate.Ties.AddressBook;

namespace ConnectGate.Tests.Slices.Ties.AddressBook;

/// <summary>Names as they are compared.</summary>
public sealed class PersonNameTests
{
    [Theory]
    [InlineData("Bogdan Smith, PhD", "bogdan smith")]
    [InlineData("Zoë  ÅNGSTRÖM (she/her)", "zoe angstrom")]
    [InlineData("Sinéad O’Brien", "sinead obrien")]
    [InlineData("Jean-Luc Martin 🚀", "jean luc martin")]
    [InlineData("Torvald (Tor) Ås", "torvald as")]
    [InlineData("Lindqvist, Maja", "maja lindqvist")]
    [InlineData("LINDQVIST, MAJA", "maja lindqvist")]
    [InlineData("van der Zee, Dr. Joost, MBA", "joost van der zee")]
    [InlineData("Amara Eze, PMP, CSM®", "amara eze")]
    [InlineData("Dr.-Ing. Uwe Großmann", "uwe grossmann")]
    [InlineData("Prof. Dr. h.c. Elif Kılıç", "elif kilic")]
    [InlineData("Mrs Hazel Kettle", "hazel kettle")]
    [InlineData("Sr. D’Angelo Ruiz Jr.", "dangelo ruiz")]
    [InlineData("Mme Chloé Petit", "chloe petit")]
    [InlineData("dott.ssa Lucia Neri", "lucia neri")]
    [InlineData("Ing. Petr Šťastný Ph.D.", "petr stastny")]
    [InlineData("Henry Okoye III", "henry okoye")]
    [InlineData("Jack Ma", "jack ma")]
    [InlineData("Dr.", "dr")]
    [InlineData("山本 花子", "山本花子")]
    [InlineData("अमित शर्मा", "अमित शर्मा")]
    [InlineData("🚀", "")]
    public void A_shown_name_is_folded_without_titles(string name, string folded) =>
        Assert.Equal(folded, PersonName.Fold(name));

    [Theory]
    [InlineData("Maja", "Lindqvist, PhD", "maja lindqvist")]
    [InlineData("Dr. Maja", "Lindqvist", "maja lindqvist")]
    [InlineData("Ana", "García,López", "ana garcia lopez")]
    [InlineData("", "Kettle", "kettle")]
    [InlineData("花子", "山本", "山本花子")]
    public void A_name_in_two_parts_is_folded_with_the_given_name_first(string given, string family, string folded) =>
        Assert.Equal(folded, PersonName.Fold(given, family));

    [Fact]
    public void A_name_has_as_many_orders_as_words() =>
        Assert.Equal(["maja van dijk", "van dijk maja", "dijk maja van"], PersonName.Orders("Drs. Maja van Dijk"));

    [Fact]
    public void A_name_without_end_fits_the_index() =>
        Assert.InRange(PersonName.Fold(string.Concat(Enumerable.Repeat("ﷺ", 200))).Length, 1, 200);
}
