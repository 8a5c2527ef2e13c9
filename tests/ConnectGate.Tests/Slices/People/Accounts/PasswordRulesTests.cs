using ConnectGate.People.Accounts.Passwords;

namespace ConnectGate.Tests.Slices.People.Accounts;

public sealed class PasswordRulesTests
{
    private static readonly string[] Context = ["augusta.byron", "ada-lovelace", "Ada Lovelace"];

    [Theory]
    [InlineData("paper lantern orchard")]
    [InlineData("correct horse battery staple")]
    [InlineData("wellenbrecher im november")]
    [InlineData("夜明けの港で会いましょう")]
    [InlineData("x7Gq2mPz")]
    [InlineData("Ada likes seventeen green boats")]
    public void A_good_password_is_accepted_as_it_is(string password) =>
        Assert.Null(PasswordRules.Check(password, "password", Context));

    [Fact]
    public void Long_passwords_are_accepted_up_to_the_most() =>
        Assert.All(new[] { 64, 65, 100, PasswordRules.Maximum }, length =>
            Assert.Null(PasswordRules.Check(Mixed(length), "password", Context))
        );

    [Theory]
    [InlineData("", "password-missing")]
    [InlineData("Aa1!aa", "password-too-short")]
    [InlineData("seven77", "password-too-short")]
    [InlineData("password", "password-common")]
    [InlineData("password1", "password-common")]
    [InlineData("12345678", "password-common")]
    [InlineData("qwertyuiop", "password-common")]
    [InlineData("iloveyou", "password-common")]
    [InlineData("aaaaaaaaaaaa", "password-common")]
    [InlineData("P@ssw0rd", "password-common")]
    [InlineData("connectgate", "password-personal")]
    [InlineData("ConnectGate2026", "password-personal")]
    [InlineData("lovelace-1815", "password-personal")]
    [InlineData("augusta.byron", "password-personal")]
    public void A_weak_password_is_refused(string password, string code) =>
        Assert.Equal(code, PasswordRules.Check(password, "password", Context)!.Code);

    [Fact]
    public void A_password_beyond_the_most_is_refused() =>
        Assert.Equal("password-too-long", PasswordRules.Check(Mixed(PasswordRules.Maximum + 1), "password")!.Code);

    private static string Mixed(int length) =>
        new([.. Enumerable.Range(0, length).Select(place => (char)('a' + place * place * 7 % 26))]);
}
