using ConnectGate.Desk.Notifications;
using ConnectGate.Tests.Support.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace ConnectGate.Tests.Slices.Desk.Notifications;

/// <summary>The table of the kinds of notification is complete.</summary>
public sealed class ToldKindTests
{
    [Fact]
    public void Every_kind_has_one_row_and_its_texts_exist() => Assert.Empty(Faults(ToldKind.All));

    [Fact]
    public void A_kind_without_a_row_with_two_or_without_a_text_is_found()
    {
        var first = ToldKind.All[0];

        Assert.Equal(["LetterArrived: 0 rows"], Faults(ToldKind.All.Skip(1)));
        Assert.Equal(["LetterArrived: 2 rows"], Faults(ToldKind.All.Append(first)));
        Assert.Equal(
            ["LetterArrived: told-nothing", "LetterArrived: digest-nothing"],
            Faults(
                ToldKind.All.Skip(1).Prepend(first with { ListText = "told-nothing", DigestText = "digest-nothing" })
            )
        );
    }

    private static IEnumerable<string> Faults(IEnumerable<ToldKind> table)
    {
        var rows = table.ToLookup(row => row.Kind);
        return
        [
            .. Enum.GetValues<NotificationKind>()
                .Where(kind => rows[kind].Count() != 1)
                .Select(kind => $"{kind}: {rows[kind].Count()} rows"),
            .. from row in rows.SelectMany(row => row)
            from text in new[] { row.ListText, row.DigestText }
            where !Exists(text)
            select $"{row.Kind}: {text}",
        ];
    }

    private static bool Exists(string text)
    {
        try
        {
            return new Words().Say(Words.Format(text, "", ""), language: null).Length > 0;
        }
        catch (System.Resources.MissingManifestResourceException)
        {
            return false;
        }
    }
}

/// <summary>The number of a talk's message was a part of the subject before it had a column.</summary>
public abstract class PackedNumberTests(Database database) : CommunityTests(database)
{
    private const string Packed = "20261122023823_Initial";

    [Fact]
    public async Task The_migration_takes_the_number_out_of_the_subject_and_puts_it_back()
    {
        var ada = await Community.InsertAsync();
        var letter = PublicId.Next();
        await AddAsync(ada, NotificationKind.RecipientWrote, letter, 1);
        await AddAsync(ada, NotificationKind.RecipientWrote, letter, 13);
        await AddAsync(ada, NotificationKind.LetterArrived, letter, 0);

        await Community.InDatabaseAsync(context => context.GetService<IMigrator>().MigrateAsync(Packed, Token));
        Assert.Equal(
            [$"{letter}", $"{letter}1", $"{letter}13"],
            await Community.InDatabaseAsync(context =>
                context
                    .Database.SqlQueryRaw<string>("SELECT \"Subject\" AS \"Value\" FROM \"Notifications\" ORDER BY 1")
                    .ToListAsync(Token)
            )
        );

        await Community.PrepareDatabaseAsync();
        Assert.Equal(
            [(letter, 0), (letter, 1), (letter, 13)],
            await Community.InDatabaseAsync(async context =>
                (await context.Notifications.OrderBy(told => told.Number).ToListAsync(Token)).Select(told =>
                    (told.Subject, told.Number)
                )
            )
        );
    }

    private Task AddAsync(Person person, NotificationKind kind, string subject, int number) =>
        Community.InDatabaseAsync(context =>
        {
            context.Notifications.Add(
                new Notification
                {
                    MemberId = person.Id,
                    Kind = kind,
                    Subject = subject,
                    Number = number,
                    VisibleFrom = Community.Clock.Now,
                }
            );
            return context.SaveChangesAsync(Token);
        });

    private static CancellationToken Token => TestContext.Current.CancellationToken;
}

public sealed class PackedNumberTestsOnSqlite() : PackedNumberTests(Database.Sqlite);

public sealed class PackedNumberTestsOnPostgres() : PackedNumberTests(Database.Postgres);
