using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace ConnectGate.Benchmarks.Site;

/// <summary>
/// Fills a copy of the demo community until it has the size of a <see cref="Scale"/>. It writes rows without the gate,
/// the only code that does, and only into a file that it makes itself.
/// </summary>
internal sealed class Generator : IDisposable
{
    // "CGbn". It marks a file of this generator (https://www.sqlite.org/pragma.html#pragma_application_id).
    private const int Mark = 0x4347626E;

    private const int Groups = 50;

    // Shares of the requests that are no waiting letter or connection of a reader, in twentieths.
    private static readonly string[] States =
    [
        .. Enumerable.Repeat("DeclinedNotNow", 3),
        .. Enumerable.Repeat("DeclinedForGood", 2),
        .. Enumerable.Repeat("Expired", 4),
        "Withdrawn",
        .. Enumerable.Repeat("Waiting", 2),
        .. Enumerable.Repeat("Accepted", 8),
    ];

    private readonly SqliteConnection _connection;
    private readonly Scale _scale;
    private readonly DateTime _now = DateTime.UtcNow;
    private readonly Random _chance = new(7);
    private readonly HashSet<(long, long)> _pairs = [];

    private Generator(SqliteConnection connection, Scale scale) => (_connection, _scale) = (connection, scale);

    /// <summary>Makes the community, unless the file already has it.</summary>
    /// <param name="demo">A SQLite file with a demo community as the product makes it.</param>
    /// <param name="file">The file to make.</param>
    /// <exception cref="InvalidOperationException">The file exists, and this generator did not make it.</exception>
    public static void Make(Scale scale, string demo, string file)
    {
        if (File.Exists(file))
        {
            using var existing = SqliteFile.Open(file);
            if (existing.Number("PRAGMA application_id") != Mark)
            {
                throw new InvalidOperationException($"{file} exists, and the generator did not make it.");
            }

            return;
        }

        var unfinished = file + ".unfinished";
        File.Delete(unfinished);
        using (var from = SqliteFile.Open(demo))
        {
            from.Run($"VACUUM INTO '{unfinished.Replace("'", "''", StringComparison.Ordinal)}'");
        }

        using (var connection = SqliteFile.Open(unfinished))
        using (var generator = new Generator(connection, scale))
        {
            generator.Fill();
        }

        SqliteConnection.ClearAllPools();
        File.Move(unfinished, file);
    }

    public void Dispose() => _pairs.Clear();

    private void Fill()
    {
        var watch = Stopwatch.StartNew();
        _connection.Run("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-500000;");
        _connection.Run("PRAGMA foreign_keys=OFF; PRAGMA temp_store=MEMORY;");
        var indexes = _connection.Texts("SELECT sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL");
        foreach (
            var name in _connection.Texts("SELECT name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL")
        )
        {
            _connection.Run($"DROP INDEX \"{name}\"");
        }

        _connection.Run("BEGIN");
        var rows = AddMembers() + AddGroups() + AddRequests();
        _connection.Run("COMMIT");
        var written = watch.Elapsed;
        foreach (var index in indexes)
        {
            _connection.Run(index);
        }

        _connection.Run($"PRAGMA application_id={Mark}; PRAGMA journal_mode=WAL;");
        if (_connection.Texts("SELECT \"table\" FROM pragma_foreign_key_check LIMIT 1") is [var broken, ..])
        {
            throw new InvalidOperationException($"A row of {broken} refers to a row that does not exist.");
        }

        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{rows:N0} rows in {written.TotalSeconds:0.0} s ({rows / written.TotalSeconds:N0} a second), "
                    + $"with indexes {watch.Elapsed.TotalSeconds:0.0} s"
            )
        );
    }

    private long AddMembers()
    {
        using var accounts = Like(
            "Accounts",
            "Role = 'Member'",
            "Id UserName NormalizedUserName Email NormalizedEmail"
        );
        using var members = Like(
            "Members",
            "Policy_Kind = 'Open' AND FoundBy = 'AllMembers'",
            "Id Handle DisplayName Headline SearchText JoinedAt Policy_Questions Policy_AwayUntil "
                + "Policy_LettersAWeek Policy_MinimumNote DigestDueAt PhotoVersion"
        );
        using var sessions = Like(
            "Sessions",
            null,
            "Id PublicId AccountId Kind Device SecondFactor StartedAt LastSeenAt RefreshGeneration"
        );
        for (var member = Scale.FirstMember; member <= _scale.LastMember; member++)
        {
            var handle = Scale.HandleOf(member);
            var (name, headline) = (People.Name(_chance), People.Headline(_chance));
            var address = $"{handle}@example.org";
            accounts.Add(member, handle, handle.ToUpperInvariant(), address, address.ToUpperInvariant());
            members.Add(
                member,
                handle,
                name,
                headline,
                $"{name}\n{handle}\n{headline}".ToLowerInvariant(),
                Ago(_chance.Next(60, 960)),
                "[]",
                null,
                null,
                null,
                null,
                null
            );
            if (member < Scale.FirstOther)
            {
                sessions.Add(member, Scale.PublicIdOf('S', member), member, "Cookie", "Bench", 0, Ago(0), Ago(0), 0);
            }
        }

        return accounts.Count + members.Count + sessions.Count;
    }

    private long AddGroups()
    {
        using var groups = Like(
            "Groups",
            "Kind = 'Group' AND RecognisedAt IS NOT NULL",
            "Id PublicId Name JoinCode MadeById"
        );
        for (var group = 1_001; group <= 1_000 + Groups; group++)
        {
            groups.Add(group, Scale.PublicIdOf('G', group), $"Group {group}", $"B{group:D7}", Scale.FirstOther + group);
        }

        using var memberships = Like("Memberships", "NOT IsOrganiser AND IsListed", "Id GroupId MemberId");
        for (var member = Scale.FirstMember; member <= _scale.LastMember; member += 5)
        {
            memberships.Add(member, 1_001 + member / 5 % Groups, member);
        }

        return groups.Count + memberships.Count;
    }

    private long AddRequests()
    {
        using var tables = new RequestRows(_connection, _now, _chance);
        for (var reader = Scale.FirstMember; reader < Scale.FirstOther; reader++)
        {
            for (var i = 0; i < Scale.LettersOfAReader; i++)
            {
                tables.Add(NewPair(() => AnyOther(), reader), "Waiting", days: 1 + _chance.NextDouble() * 45);
            }
        }

        for (var reader = Scale.FirstMember; reader < Scale.FirstOther; reader++)
        {
            for (var i = 0; i < Scale.ConnectionsOfAReader; i++)
            {
                tables.Add(NewPair(() => Popular(), reader), "Accepted", days: 61 + _chance.NextDouble() * 600);
            }
        }

        while (tables.Requests < _scale.Requests)
        {
            var state = States[_chance.Next(States.Length)];
            var days = state == "Waiting" ? 1 + _chance.NextDouble() * 45 : 61 + _chance.NextDouble() * 600;
            var recipient = Popular();
            tables.Add(NewPair(AnyOther, recipient), state, days);
        }

        return tables.Count;
    }

    /// <summary>A sender who has not asked the recipient yet.</summary>
    private (long Sender, long Recipient) NewPair(Func<long> any, long recipient)
    {
        while (true)
        {
            var sender = any();
            if (sender != recipient && _pairs.Add((Math.Min(sender, recipient), Math.Max(sender, recipient))))
            {
                return (sender, recipient);
            }
        }
    }

    private long AnyOther() => Scale.FirstOther + _chance.NextInt64(_scale.Members - Scale.Readers);

    /// <summary>A member by a power law: half of all requests go to an eighth of the members.</summary>
    private long Popular() =>
        Scale.FirstOther + (long)(Math.Pow(_chance.NextDouble(), 3) * (_scale.Members - Scale.Readers));

    private string Ago(double days) => SqliteFile.Time(_now.AddDays(-days));

    private LikeRow Like(string table, string? model, string varying) => new(_connection, table, model, varying);
}
