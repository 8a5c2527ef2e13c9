using System.Text.RegularExpressions;
using System.Web;
using ConnectGate.People.Accounts;
using ConnectGate.People.Accounts.Passwords;
using ConnectGate.People.Accounts.Sessions;
using ConnectGate.People.Accounts.SigningIn;
using ConnectGate.People.Mail;
using ConnectGate.People.Members.Registering;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ConnectGate.Tests.Slices.People.Accounts;

/// <summary>Acts of people who are not signed in, as the pages send them.</summary>
internal static partial class AccountStories
{
    public const string Elsewhere = "203.0.113.7";

    public static Origin From(
        string network = Elsewhere,
        string? deviceTicket = null,
        SessionKind kind = SessionKind.Cookie
    ) => new(network, "Firefox (Linux)", deviceTicket, kind);

    public static RegisterMember.Command Registration(string name) =>
        new($"{name}@example.org", A.Password, name, "Ada Lovelace", DigestFrequency.Weekly, Elsewhere);

    /// <summary>Sends a message without a sender.</summary>
    public static Task<T> AskAsync<T>(this Community community, IRequest<T> request) =>
        community.AskAsync(null, request);

    public static Task<T> AskAsync<T>(this Community community, Person? person, IRequest<T> request) =>
        community.InScopeAsync(person, null, services =>
            services.GetRequiredService<IMediator>().Send(request, TestContext.Current.CancellationToken)
        );

    public static Task<SignIn.Answer> SignInAsync(
        this Community community,
        string email,
        string password,
        Origin? origin = null
    ) => community.AskAsync(new SignIn.Try(email, password, origin ?? From()));

    public static Task<List<OutgoingMail>> MailAsync(this Community community) =>
        community.InDatabaseAsync(context =>
            context.OutgoingMail.OrderBy(mail => mail.Id).ToListAsync(TestContext.Current.CancellationToken)
        );

    /// <summary>The code in the link of the last mail.</summary>
    public static async Task<string> MailedCodeAsync(this Community community) =>
        CodeIn((await community.MailAsync())[^1]);

    /// <summary>The code in the link of that mail.</summary>
    public static string CodeIn(OutgoingMail mail) => HttpUtility.UrlDecode(Link().Match(mail.Body).Groups[1].Value);

    /// <summary>Opens the link of the last mail and enters the registration's password.</summary>
    public static async Task<ConfirmRegistration.Answer> ConfirmAsync(
        this Community community,
        string password = A.Password
    ) => await community.AskAsync(new ConfirmRegistration.Try(await community.MailedCodeAsync(), password));

    /// <summary>The proof that the member entered the password again.</summary>
    public static async Task<string> ProofAsync(
        this Community community,
        Person person,
        string password = A.Password
    ) => (await community.AskAsync(person, new ReenterPassword.Try(password))).Proof!;

    /// <summary>Whether the session has a row.</summary>
    public static async Task<bool> IsOpenAsync(
        this Community community,
        StartedSession session,
        SessionKind kind = SessionKind.Cookie
    ) => await community.AskAsync(new CheckSession.Query(session.Id, kind)) is not null;

    public static string Codes<T>(this Outcome<T> outcome) => Codes(outcome.Refusals);

    public static string Codes(this IEnumerable<Refusal> refusals) =>
        string.Join(' ', refusals.Select(refusal => $"{refusal.Field}:{refusal.Code}"));

    [GeneratedRegex(@"\?code=(\S+)", RegexOptions.None, 1_000)]
    private static partial Regex Link();
}
