using System.Buffers.Binary;
using System.Buffers.Text;
using System.Globalization;
using System.Text;
using ConnectGate.People.Accounts;
using ConnectGate.Tests.Support.Databases;

namespace ConnectGate.Tests.Slices.Foundation.Paging;

/// <summary>
/// A cursor leads its reader on, through every row once. It shows nobody a time or a number, and nobody can make one.
/// </summary>
public abstract class CursorTests(Database database) : CommunityTests(database)
{
    // The format's mark and the id of the key, before the encrypted part.
    private const int Clear = 20;

    private static readonly PagedList[] Lists =
    [
        .. ListsOfTies.All,
        .. ListsOfLetters.All,
        .. ListsOfCare.All,
        .. ListsOfDesk.All,
    ];

    // The lists are longer than the limits allow.
    protected override Dictionary<string, string?> Settings =>
        new(StringComparer.Ordinal)
        {
            ["Gate:PerDay"] = "1000",
            ["Gate:UnderWay"] = "1000",
            ["Gate:SendAttempts"] = "1000",
            ["Gate:AsksOfConnector"] = "1000",
        };

    public static TheoryData<string> Names => [.. Lists.Select(list => list.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_list_is_read_to_its_end_and_a_cursor_that_is_not_its_readers_own_leads_to_its_beginning(
        string name
    )
    {
        var list = Lists.Single(one => one.Name == name);
        var reader = await Community.InsertAsync(A.Member() with { Role = Role.Administrator });
        var stranger = await Community.InsertAsync();
        var stage = await Stage.SetAsync(Community, reader);
        var subject = await list.FillAsync(stage);

        var first = await list.PageAsync(stage, subject, null);
        var second = await list.PageAsync(stage, subject, first.Next!);
        var third = await list.PageAsync(stage, subject, second.Next!);
        Assert.Null(third.Next);
        var rows = first.Items.Concat(second.Items).Concat(third.Items).ToList();
        Assert.Equal((Stage.Rows, Stage.Rows), (rows.Count, rows.Distinct(StringComparer.Ordinal).Count()));

        // What two texts for one position have in common could tell where it is.
        var own = first.Next!;
        AssertTellNothing(own, (await list.PageAsync(stage, subject, null)).Next!);

        var position = (await list.ReadAsync(Community, reader, own))!;
        var furthest = position with { Id = long.MaxValue, At = DateTime.MaxValue };
        Assert.Equal(own.Length, (await list.WriteAsync(Community, reader, furthest)).Length);

        Assert.Equal(second.Items, (await FromAsync(await list.WriteAsync(Community, reader, position))).Items);
        foreach (var other in Lists.Where(other => other != list))
        {
            Assert.Equal(first.Items, (await FromAsync(await other.WriteAsync(Community, reader, position))).Items);
        }

        string[] foreign =
        [
            await list.WriteAsync(Community, stranger, position),
            .. Plain(position),
            .. Altered(own),
            .. Elsewhere,
        ];
        foreach (var cursor in foreign)
        {
            Assert.Equal(first.Items, (await FromAsync(cursor)).Items);
        }

        Task<Page<string>> FromAsync(string cursor) => list.PageAsync(stage, subject, cursor);
    }

    [Fact]
    public async Task A_cursor_whose_key_is_gone_leads_to_the_beginning()
    {
        var (reader, list) = (await Community.InsertAsync(), Lists.Single(one => one.Name == "ListBlocked"));
        var stage = await Stage.SetAsync(Community, reader);
        await list.FillAsync(stage);
        var first = await list.PageAsync(stage, "", null);

        await using var restarted = Community.OtherNode();

        Assert.Equal(first.Items, (await list.PageAsync(stage with { Community = restarted }, "", first.Next!)).Items);
    }

    [Fact]
    public void Every_list_in_pages_is_tried() =>
        Assert.Equal(
            (
                from type in typeof(Page<>).Assembly.GetTypes()
                from message in type.GetInterfaces()
                where
                    message.IsGenericType
                    && new[] { typeof(IQuery<>), typeof(ICommand<>) }.Contains(message.GetGenericTypeDefinition())
                let view = message.GetGenericArguments()[0]
                where IsPage(view) || view.GetProperties().Any(property => IsPage(property.PropertyType))
                orderby type.FullName
                select type.FullName
            ),
            Lists.Select(list => list.Query.FullName).Order(StringComparer.InvariantCulture)
        );

    private static bool IsPage(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Page<>);

    private static void AssertTellNothing(string one, string other)
    {
        var (first, second) = (Base64Url.DecodeFromChars(one), Base64Url.DecodeFromChars(other));
        Assert.Equal(first.Length, second.Length);
        Assert.InRange(first.Length, Clear + 1, 1_000);
        var same = first.Zip(second).Skip(Clear).Count(pair => pair.First == pair.Second);

        // More than ten of 180 random bytes are alike once in five billion times. A number and a time are sixteen.
        Assert.InRange(same, 0, 10);
    }

    // As cursors were before they were protected, and the same bytes as now without the protection.
    private static IEnumerable<string> Plain(Cursor position)
    {
        var bytes = new byte[17];
        BinaryPrimitives.WriteInt64BigEndian(bytes, position.At.Ticks);
        BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(8), position.Id);
        yield return Base64Url.EncodeToString(bytes);
        var named = string.Create(CultureInfo.InvariantCulture, $"{position.Id}\n{position.Name}");
        yield return Base64Url.EncodeToString(Encoding.UTF8.GetBytes(named));
        yield return Base64Url.EncodeToString(position.ToBytes());
    }

    // A change in the last character may change no byte, so the one before it changes.
    private static IEnumerable<string> Altered(string cursor)
    {
        yield return cursor[..^1];
        yield return cursor[..(cursor.Length / 2)];
        yield return cursor + "AAAA";
        foreach (var place in new[] { 0, 10, 30, cursor.Length / 2, cursor.Length - 2 })
        {
            yield return cursor[..place] + (cursor[place] == 'A' ? 'B' : 'A') + cursor[(place + 1)..];
        }
    }

    private static readonly string[] Elsewhere =
    [
        "",
        " ",
        "no cursor at all",
        "CfDJ8",
        "\uD800",
        "\0",
        "é中",
        new('A', 10_000),
    ];
}

public sealed class CursorTestsOnSqlite() : CursorTests(Database.Sqlite);

public sealed class CursorTestsOnPostgres() : CursorTests(Database.Postgres);
