using System.Globalization;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;

namespace ConnectGate.Tests.Web.Authorization;

/// <summary>
/// Tries every endpoint of <see cref="AuthorizationTable"/> as each kind of visitor, on things of their own, of others
/// and on absent ones.
/// </summary>
public sealed partial class AuthorizationTests(Cast cast) : IClassFixture<Cast>
{
    public static readonly TheoryData<string> EveryRow = [.. AuthorizationTable.Rows.Keys];

    public static readonly TheoryData<string> EveryForm =
    [
        .. AuthorizationTable.Rows.Keys.Where(row =>
            row.StartsWith("POST /", StringComparison.Ordinal)
            && !row.StartsWith("POST /api/", StringComparison.Ordinal)
        ),
    ];

    [Fact]
    public async Task Every_endpoint_has_a_row_and_every_row_an_endpoint()
    {
        var endpoints = await Endpoints.OfAsync(cast.Site);

        Assert.Equal("", string.Join('\n', endpoints.Except(AuthorizationTable.Rows.Keys, StringComparer.Ordinal)));
        Assert.Equal("", string.Join('\n', AuthorizationTable.Rows.Keys.Except(endpoints, StringComparer.Ordinal)));
    }

    [Theory, MemberData(nameof(EveryRow))]
    public Task It_is_open_to_whom_the_table_says_and_reading_changes_nothing(string row) =>
        AsEverybodyAsync(async who =>
        {
            var opens = AuthorizationTable.Rows[row];
            var isReading = row.StartsWith("GET ", StringComparison.Ordinal);

            // First, since making something of one's own can add a notification to the page.
            var own = isReading ? await TryAsync(row, who, Subject.Own) : null;
            var absent = await TryAsync(row, who, Subject.Absent);
            ChangesNothing(own);
            if (opens is Opens.ToAll or Opens.ByToken or Opens.ByCredentials)
            {
                NeedsNoSession(opens, absent);
                return;
            }

            var anothers = await TryAsync(row, who, Subject.Anothers);
            ChangesNothing(isReading ? anothers : null);
            if (who == "anonymous")
            {
                AsksToSignIn(row, absent);
                AsksToSignIn(row, anothers);
                return;
            }

            if (who == "suspended" && opens is not (Opens.ToMembersAndSuspended or Opens.ToTheJudged))
            {
                LeadsToTheDecisions(row, absent);
                LeadsToTheDecisions(row, anothers);
                return;
            }

            switch (opens)
            {
                case Opens.ToMembers or Opens.ToMembersAndSuspended:
                    Allowed(absent);
                    break;

                case Opens.ByCode when who == "blocked":
                    Hidden(absent, anothers);
                    break;

                case Opens.AnyMember
                or Opens.AnyMembersPhoto
                or Opens.ByCode:
                    Assert.Equal(404, absent.Status);
                    Allowed(anothers);
                    break;

                case >= Opens.ToModerators
                and < Opens.ToAdministrators when who == Cast.Without && !IsForPrograms(row):
                    Assert.Equal((302, 302), (absent.Status, anothers.Status));
                    Assert.Equal("/settings/security/second-factor-needed", anothers.Location);
                    Assert.Empty(absent.Writes.Concat(anothers.Writes));
                    break;

                case >= Opens.ToModerators when !MayUse(opens, who):
                    Assert.Equal((403, 403), (absent.Status, anothers.Status));
                    Assert.Empty(absent.Writes.Concat(anothers.Writes));
                    break;

                case >= Opens.ToModerators:
                    Assert.True(
                        row.Contains('{', StringComparison.Ordinal) || opens == Opens.ToAdministratorsOfRules
                            ? absent.Status == 404
                            : absent.Status is 200 or 204 or 302 or 422,
                        $"{absent.Status}"
                    );
                    Allowed(anothers);
                    break;

                default:
                    Hidden(absent, anothers);
                    if (opens is not Opens.ToWhomTheyShow)
                    {
                        Allowed(own ?? await TryAsync(row, who, Subject.Own));
                    }

                    break;
            }
        });

    [Theory, MemberData(nameof(EveryForm))]
    public Task A_form_without_its_token_changes_nothing(string row) =>
        AsEverybodyAsync(async who =>
        {
            var answer = await TryAsync(row, who, Subject.Own, withToken: false);

            Assert.Empty(answer.Writes);
            if (who == "anonymous" && AuthorizationTable.Rows[row] is not (Opens.ToAll or Opens.ByToken))
            {
                AsksToSignIn(row, answer);
            }
            else
            {
                var opens = AuthorizationTable.Rows[row];
                var forbidden = opens >= Opens.ToModerators && !MayUse(opens, who);
                var ledAway =
                    (
                        who == "suspended"
                        && opens is > Opens.ByToken and not (Opens.ToMembersAndSuspended or Opens.ToTheJudged)
                    ) || (who == Cast.Without && opens is >= Opens.ToModerators and < Opens.ToAdministrators);
                Assert.Equal(
                    ledAway ? 302
                        : forbidden ? 403
                        : who != "anonymous" && AuthorizationTable.LeadsOn.Contains(row) ? 302
                        : AuthorizationTable.WithoutToken.GetValueOrDefault(row, 400),
                    answer.Status
                );
            }
        });

    [Theory]
    [InlineData("preview")]
    [InlineData("decision")]
    public async Task A_program_of_a_moderator_with_a_conflict_of_interest_decides_no_case(string act)
    {
        var moderator = cast.Who("moderator")!;
        var file = await cast.ReportedByAsync(moderator);

        using var answer = await (await cast.Site.ProgramAsync(moderator)).PostAsJsonAsync(
            $"/api/v1/moderation/cases/{file}/{act}",
            new { ruling = "dismiss", words = "They meant no harm by it." },
            TestContext.Current.CancellationToken
        );

        Assert.Equal(422, (int)answer.StatusCode);
        Assert.Contains(
            "\"own-case\"",
            await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("?handler=Preview")]
    public async Task A_moderator_with_a_conflict_of_interest_decides_no_case(string handler)
    {
        var moderator = cast.Who("moderator")!;
        var file = await cast.ReportedByAsync(moderator);

        var visitor = await cast.Site.VisitAsync(moderator);
        var page = await visitor.GetAsync($"/moderation/cases/{file}");
        Assert.DoesNotContain("name=\"chosen\"", page.Body, StringComparison.Ordinal);
        var answer = await visitor.PostAsync(
            $"/moderation/cases/{file}{handler}",
            [
                new("__RequestVerificationToken", FormTokens.In(page).Field),
                new("chosen", "Dismiss"),
                new("reason", "They meant no harm by it."),
            ]
        );

        Assert.Equal(422, (int)answer.Status);
        Assert.Contains("another moderator decides it", answer.Body, StringComparison.Ordinal);
    }

    // Two records of the reader's own act are allowed.
    private static void ChangesNothing(Answer? reading) =>
        Assert.All(reading?.Writes ?? [], write =>
            Assert.True(
                Opening().IsMatch(write) || write.StartsWith("INSERT INTO \"Audit\"", StringComparison.Ordinal),
                write
            )
        );

    private static bool MayUse(Opens opens, string who) =>
        who == "administrator" || (who == "moderator" && opens is >= Opens.ToModerators and < Opens.ToAdministrators);

    private static bool IsForPrograms(string row) => row.Contains("/api/", StringComparison.Ordinal);

    private static async Task AsEverybodyAsync(Func<string, Task> tryAsync)
    {
        foreach (var who in Cast.Everybody)
        {
            try
            {
                await tryAsync(who);
            }
            catch (Exception failure) when (failure is not Xunit.Sdk.XunitException { Message: null })
            {
                throw new InvalidOperationException($"As {who}: {failure.Message}", failure);
            }
        }
    }

    private static void NeedsNoSession(Opens opens, Answer absent) =>
        Assert.True(
            opens switch
            {
                Opens.ByToken => absent.Status == 404,
                Opens.ByCredentials => absent.Status is 401 or 429,
                _ => absent.Status is < 500 and not (401 or 403),
            },
            $"{absent.Status}"
        );

    private static void AsksToSignIn(string row, Answer answer)
    {
        Assert.Empty(answer.Writes);
        if (IsForPrograms(row))
        {
            Assert.Equal(401, answer.Status);
        }
        else
        {
            Assert.Equal(302, answer.Status);
            Assert.StartsWith("/account/sign-in?returnUrl=", answer.Location, StringComparison.Ordinal);
        }
    }

    private static void LeadsToTheDecisions(string row, Answer answer)
    {
        Assert.Empty(answer.Writes);
        if (IsForPrograms(row))
        {
            Assert.Equal(403, answer.Status);
        }
        else
        {
            Assert.Equal((302, "/decisions"), (answer.Status, answer.Location));
        }
    }

    // Another's and an absent thing must get the same answer, letter by letter.
    private static void Hidden(Answer absent, Answer anothers)
    {
        Assert.Equal(absent.Status, anothers.Status);
        Assert.Equal(absent.Body, anothers.Body);
        Assert.True(absent.Status is 404 or 302, $"{absent.Status}");
        Assert.Empty(absent.Writes.Concat(anothers.Writes));
    }

    // Done, or refused for its content, but not for its sender.
    private static void Allowed(Answer answer) =>
        Assert.True(
            answer.Status is 200 or 201 or 204 or 302 or 303 or 307 or 409 or 422 or 400
                && answer.Location?.Contains("returnUrl", StringComparison.Ordinal) != true,
            $"{answer.Status} {answer.Location}"
        );

    private async Task<Answer> TryAsync(string row, string who, Subject subject, bool withToken = true)
    {
        var (method, address) = (row.Split(' ')[0], row.Split(' ')[1]);

        // Everybody sends every form that asks for the password again: the counts of those tries would run full.
        await cast.Site.Community.InDatabaseAsync(context => context.SignInTries.ExecuteDeleteAsync());
        var thing = await cast.ThingAsync(AuthorizationTable.Rows[row], subject, who);
        var person = cast.Who(who);
        var isForPrograms = IsForPrograms(row);
        var client = isForPrograms
            ? person is null
                ? cast.Site.NewProgram()
                : await cast.Site.ProgramAsync(person)
            : person is null
                ? cast.Site.NewVisitor().Client
                : (await cast.Site.VisitAsync(person)).Client;
        var token = method == "POST" && withToken && !isForPrograms ? await cast.Tokens.OfAsync(who, person) : null;

        // A thing has two parts where the address has two places.
        var (parts, place) = (thing.Split(' '), 0);
        using var message = new HttpRequestMessage(
            new HttpMethod(method),
            Place().Replace(address, _ => parts[Math.Min(place++, parts.Length - 1)])
        );
        if (method != "GET")
        {
            message.Content = isForPrograms
                ? JsonContent.Create(Body(thing))
                : new FormUrlEncodedContent(Form(parts, token?.Field));
        }

        if (token is not null)
        {
            message.Headers.Add("Cookie", token.Cookie);
        }

        var version = await VersionAsync();
        var sql = cast.Site.Sql.Listen();
        using var response = await client.SendAsync(message, TestContext.Current.CancellationToken);
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var location = response.Headers.Location is { IsAbsoluteUri: true } absolute
            ? absolute.PathAndQuery
            : response.Headers.Location?.OriginalString;

        // A rolled-back write does not change the version. The count of attempts is kept on purpose.
        string[] writes =
            await VersionAsync() == version
                ? []
                :
                [
                    .. sql.SelectMany(text => text.Replace("\nSET ", " SET ", StringComparison.Ordinal).Split('\n'))
                        .Where(line =>
                            Write().IsMatch(line) && !line.Contains("\"Attempts\"", StringComparison.Ordinal)
                        ),
                ];
        return new Answer(
            (int)response.StatusCode,
            Varying.Masked(
                parts.Aggregate(body, (text, part) => text.Replace(part, "THING", StringComparison.Ordinal))
            ),
            location,
            writes
        );
    }

    // Values for every form, and fields that no form has.
    private IEnumerable<KeyValuePair<string, string>> Form(string[] parts, string? token)
    {
        var letter = A.Letter();
        Dictionary<string, string> fields = new(StringComparer.Ordinal)
        {
            ["id"] = parts[0],
            ["ids"] = parts[0],
            ["handle"] = parts[^1],
            ["newName"] = "Mine now",
            ["email"] = Cast.Invited,
            ["list"] = "b@example.org",
            ["name"] = "Another name",
            ["listMe"] = "true",
            ["listed"] = "true",
            ["organises"] = "true",
            ["recognised"] = "true",
            ["text"] = "Hello",
            ["note"] = letter.Note!,
            ["reason"] = "YourWork",
            ["reasonDetail"] = letter.ReasonDetail!,
            ["category"] = "Spam",
            ["comesFor"] = "The old gauge",
            ["upTo"] = "",
            ["ask"] = cast.Mutual?.Handle ?? "",
            ["answer"] = "KnowWell",
            ["senderId"] = "1",
            ["recipientId"] = "1",
            ["memberId"] = "1",
            ["status"] = "Accepted",
            ["state"] = "Accepted",
            ["role"] = "Administrator",
        };
        return token is null ? fields : fields.Append(new("__RequestVerificationToken", token));
    }

    private object Body(string thing)
    {
        var letter = A.Letter();
        return new
        {
            recipient = thing,
            note = letter.Note,
            reason = "your-work",
            reasonDetail = letter.ReasonDetail,
            kind = "not-now",
            category = "spam",
            text = "Hello, this is about the letter.",
            words = "They meant no harm by it.",
            ruling = "dismiss",
            undo = true,
            ask = cast.Mutual?.Handle,
            answer = "know-well",
            email = "a@example.org",
            password = "wrong",
            refreshToken = "none",
            senderId = 1,
            recipientId = 1,
            memberId = 1,
            state = "accepted",
            role = "administrator",
        };
    }

    // SQLite changes it when another connection commits a change.
    private async Task<long> VersionAsync()
    {
        await using var command = cast.Watching.CreateCommand();
        command.CommandText = "PRAGMA data_version";
        return Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Place();

    [GeneratedRegex("""^UPDATE "Requests" AS "?r"? SET "OpenedAt" """)]
    private static partial Regex Opening();

    [GeneratedRegex("^(INSERT|UPDATE|DELETE)")]
    private static partial Regex Write();

    private sealed record Answer(int Status, string Body, string? Location, IReadOnlyList<string> Writes);
}
