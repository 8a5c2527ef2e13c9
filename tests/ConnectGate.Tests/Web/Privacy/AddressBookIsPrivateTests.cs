using System.Text.RegularExpressions;
using ConnectGate.Desk.Inbox;
using ConnectGate.Letters.Asking;
using ConnectGate.Tests.Slices;
using ConnectGate.Tests.Slices.Ties.AddressBook;
using ConnectGate.Tests.Support.Databases;

namespace ConnectGate.Tests.Web.Privacy;

/// <summary>
/// A member cannot tell that they are in another's address book. Wherever they look, the status, the body and the SQL
/// behind it are the same as without the import. Only its owner sees anything of a book, even after the two have
/// written to each other.
/// </summary>
public abstract partial class AddressBookIsPrivateTests(Database database)
{
    [Fact]
    public async Task A_person_in_an_address_book_cannot_tell()
    {
        var without = await TellAsync(imported: false);

        var with = await TellAsync(imported: true);

        foreach (var (one, other) in without.Zip(with))
        {
            Assert.Equal(one, other);
        }
    }

    [Fact]
    public async Task A_difference_would_be_found() =>
        Assert.NotEqual(
            await TellAsync(imported: false, asOwner: true),
            await TellAsync(imported: true, asOwner: true)
        );

    private async Task<List<Told>> TellAsync(bool imported, bool asOwner = false)
    {
        await using var site = await Site.StartAsync(database);
        var person = await site.Community.InsertAsync(new NewMember("ada-ferreira", "Ada Ferreira"));
        var owner = await site.Community.InsertAsync(new NewMember("the-owner", "The Owner"));
        if (imported)
        {
            await site.Community.ImportAsync(
                owner,
                Given.Text(
                    $"{Given.Header}Ada,Ferreira,https://www.linkedin.com/in/ada-ferreira,{person.Email},,,08 "
                        + "Feb 2021\n"
                )
            );
        }

        var sent = await site.Community.MustAsync(person, new SendRequest.Command(owner.Handle, A.Letter()));
        site.Clock.Advance(TimeSpan.FromMinutes(6));
        await site.Community.MustAsync(owner, new OpenRequest.Command(sent.Id));
        var told = await LookAsync(site, asOwner ? owner : person, asOwner ? person : owner, sent.Id);
        await site.Community.MustAsync(owner, Stories.Accept(sent.Id));
        site.Clock.Advance(TimeSpan.FromMinutes(11));
        return [.. told, .. await LookAsync(site, asOwner ? owner : person, asOwner ? person : owner, sent.Id)];
    }

    private static async Task<List<Told>> LookAsync(Site site, Person viewer, Person other, string id)
    {
        var (visitor, program) = (await site.VisitAsync(viewer), await site.ProgramAsync(viewer));
        await visitor.GetAsync("/settings"); // notes once that the session was used
        await program.GetAsync("/api/v1/connections");
        var told = new List<Told>();
        foreach (
            var path in (string[])
                [
                    "/",
                    "/inbox",
                    $"/inbox/{id}",
                    "/sent",
                    $"/sent/{id}/correct",
                    $"/sent/{id}/withdraw",
                    $"/ask/{other.Handle}",
                    $"/m/{other.Handle}",
                    $"/m/{viewer.Handle}",
                    $"/m/{other.Handle}/connections",
                    "/members",
                    "/members?q=owner",
                    "/members?q=ada",
                    "/connections",
                    $"/connections/{other.Handle}",
                    "/conversations",
                    $"/conversations/{other.Handle}",
                    "/notifications",
                    "/settings",
                    "/settings/address-book",
                    "/settings/address-book?q=ada",
                    "/settings/address-book/remove",
                    "/settings/privacy",
                    "/settings/security",
                    "/api/v1/inbox",
                    $"/api/v1/inbox/{id}",
                    "/api/v1/requests/sent",
                    "/api/v1/connections",
                    "/api/v1/members?query=owner",
                    $"/api/v1/members/{other.Handle}",
                    $"/api/v1/conversations/{other.Handle}",
                ]
        )
        {
            var sql = site.Sql.Listen();
            using var response = await (
                path.StartsWith("/api/", StringComparison.Ordinal) ? program : visitor.Client
            ).GetAsync(path, TestContext.Current.CancellationToken);
            var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            told.Add(
                new Told(
                    path.Replace(id, "ID", StringComparison.Ordinal),
                    (int)response.StatusCode,
                    Ids().Replace(Varying.Masked(body.Replace(id, "ID", StringComparison.Ordinal)), "…"),
                    string.Join("\n;\n", sql)
                )
            );
        }

        return told;
    }

    [GeneratedRegex("""(?<="id":")[\w-]{22}""")]
    private static partial Regex Ids();

    private sealed record Told(string Where, int Status, string Body, string Sql);
}

public sealed class AddressBookIsPrivateTestsOnSqlite() : AddressBookIsPrivateTests(Database.Sqlite);

public sealed class AddressBookIsPrivateTestsOnPostgres() : AddressBookIsPrivateTests(Database.Postgres);
