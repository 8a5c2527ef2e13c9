using ConnectGate.Care.Administration.Imports;
using ConnectGate.Care.Administration.Members;
using ConnectGate.People.Accounts;
using ConnectGate.People.Accounts.Passwords;
using ConnectGate.People.Accounts.SecondFactors;
using ConnectGate.People.Accounts.Sessions;
using ConnectGate.People.Accounts.SigningIn;
using ConnectGate.People.Members.Deletion;
using ConnectGate.Tests.Gate;
using ConnectGate.Tests.Support;
using ConnectGate.Tests.Support.Databases;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace ConnectGate.Tests.Slices.People.Accounts;

/// <summary>
/// Every command of accounts, and every other command that could change how somebody signs in, needs the password
/// again. A command that does not need it is listed here with the reason.
/// </summary>
public abstract class EveryChangeNeedsProofTests(Database database) : CommunityTests(database)
{
    private const string OtherPassword = "velvet harbour kite";

    // Each command that changes how a member signs in. With a valid proof it would succeed.
    private static readonly Dictionary<Type, Func<Setting, string?, Task<string>>> Changes = new()
    {
        [typeof(AddPasskey.Command)] = (setting, proof) =>
            setting.SendAsync(new AddPasskey.Command(proof, Passkey(setting, 7), "Mine now")),
        [typeof(ApplyMemberImport.Command)] = (setting, proof) =>
            setting.SendAsync(new ApplyMemberImport.Command(proof)),
        [typeof(ChangeAddress.Command)] = (setting, proof) =>
            setting.SendAsync(new ChangeAddress.Command(proof, "eve@example.org")),
        [typeof(ChangePassword.Command)] = (setting, proof) =>
            setting.SendAsync(new ChangePassword.Command(proof, OtherPassword, null)),
        [typeof(DeleteAccount.Command)] = (setting, proof) => setting.SendAsync(new DeleteAccount.Command(proof)),
        // On somebody else's account, by an administrator.
        [typeof(GrantRole.Command)] = (setting, proof) =>
            setting.SendAsync(new GrantRole.Command(setting.Other.Handle, Role.Moderator, proof)),
        [typeof(MoveAddress.Command)] = (setting, proof) =>
            setting.SendAsync(new MoveAddress.Command(setting.Other.Handle, "new@example.org", proof)),
        [typeof(RemoveMember.Command)] = (setting, proof) =>
            setting.SendAsync(new RemoveMember.Command(setting.Other.Handle, "For what this test needs.", proof)),
        [typeof(NewRecoveryCodes.Command)] = (setting, proof) => setting.SendAsync(new NewRecoveryCodes.Command(proof)),
        [typeof(RemovePasskey.Command)] = (setting, proof) =>
            setting.SendAsync(new RemovePasskey.Command(proof, setting.PasskeyId)),
        [typeof(SetUpAuthenticator.Command)] = (setting, proof) =>
            setting.SendAsync(new SetUpAuthenticator.Command(proof)),
        [typeof(SwitchAuthenticatorOff.Command)] = (setting, proof) =>
            setting.SendAsync(new SwitchAuthenticatorOff.Command(proof, null)),
        [typeof(SwitchAuthenticatorOn.Command)] = (setting, proof) =>
            setting.SendAsync(
                new SwitchAuthenticatorOn.Command(
                    proof,
                    AuthenticatorCode.At(setting.Key, setting.Community.Clock.GetUtcNow()),
                    null
                )
            ),
    };

    private static readonly string[] NeedNone =
    [
        // They need a link, which was mailed after the proof or to the address itself.
        "ConfirmAddress",
        "ResetPassword",
        // Commands that sign in.
        "CountTry",
        "GiveTryBack",
        "RehashPassword",
        "RefreshSession",
        "SignInWithPasskey",
        "StartSession",
        // Commands that sign out. They give no access.
        "EndAllSessions",
        "EndSession",
        // They mail a link, record the last use of a session, or rename a passkey.
        "ForgotPassword",
        "RenamePasskey",
        "SeeSession",
        // They write down which servers run.
        "AnnounceNode",
        "ForgetNode",
        // A registration has no session, and commands on the server have nobody signed in.
        "OpenAccount",
        "ResetSecondFactor",
    ];

    // A handler in any folder needs one of these to change how somebody signs in.
    private static readonly Type[] Means =
    [
        typeof(UserManager<Account>),
        typeof(IUserStore<Account>),
        typeof(SecondFactor),
        typeof(NewPassword),
    ];

    public static readonly TheoryData<string> EveryChange = [.. Changes.Keys.Select(Name)];

    [Fact]
    public void Every_command_of_accounts_needs_the_proof_or_is_known_not_to() =>
        Assert.Equal(
            "",
            string.Join(", ", Unproven(typeof(IChangesSignIn).Assembly).Except(NeedNone, StringComparer.Ordinal))
        );

    [Fact]
    public void What_is_known_to_need_none_is_there() =>
        Assert.Equal(
            "",
            string.Join(", ", NeedNone.Except(Unproven(typeof(IChangesSignIn).Assembly), StringComparer.Ordinal))
        );

    [Fact]
    public void A_command_without_proof_would_be_found() =>
        Assert.Equal([nameof(PlantedWithoutProof)], Unproven(typeof(EveryChangeNeedsProofTests).Assembly));

    [Fact]
    public void Every_command_that_needs_the_proof_is_tried_here() =>
        Assert.Equal(
            Changes.Keys.Select(Name).Order(StringComparer.Ordinal),
            EveryCommandTests
                .Commands(typeof(IChangesSignIn).Assembly)
                .Where(type => type.IsAssignableTo(typeof(IChangesSignIn)))
                .Select(Name)
                .Order(StringComparer.Ordinal)
        );

    [Theory, MemberData(nameof(EveryChange))]
    public async Task Without_a_good_proof_it_changes_nothing(string change)
    {
        var setting = await SettingAsync(change);
        Task<string> TryAsync(string? proof) => Changes.Single(pair => Name(pair.Key) == change).Value(setting, proof);
        var (ada, eve) = (setting.Ada, await Community.InsertAsync(A.Member() with { CanSignIn = true }));
        var old = await Community.ProofAsync(ada);
        Community.Advance(Tickets.ForAChange);
        var before = await WaysInAsync();
        var mailed = await Community.CountAsync<ConnectGate.People.Mail.OutgoingMail>();

        foreach (var proof in new[] { null, "", "made up", old, await Community.ProofAsync(eve) })
        {
            Assert.Equal("currentPassword:password-wrong", await TryAsync(proof));
        }

        Assert.Equal(before, await WaysInAsync());
        Assert.Equal(mailed, await Community.CountAsync<ConnectGate.People.Mail.OutgoingMail>());
        Assert.Equal("", await TryAsync(await Community.ProofAsync(ada)));
    }

    [Theory, MemberData(nameof(EveryChange))]
    public async Task A_proof_of_the_password_before_is_worth_nothing(string change)
    {
        var setting = await SettingAsync(change);
        Task<string> TryAsync(string? proof) => Changes.Single(pair => Name(pair.Key) == change).Value(setting, proof);
        var proof = await Community.ProofAsync(setting.Ada);
        await Community.MustAsync(
            setting.Ada,
            new ChangePassword.Command(await Community.ProofAsync(setting.Ada), OtherPassword, null)
        );

        Assert.Equal("currentPassword:password-wrong", await TryAsync(proof));
    }

    // A member in the state that the change needs: with an authenticator, with one that is only set up, or with none.
    private async Task<Setting> SettingAsync(string change)
    {
        var ada = await Community.InsertAsync(A.Member() with { CanSignIn = true, Role = Role.Administrator });
        var setting = new Setting(Community, ada, await Community.InsertAsync(), "", "");
        var passkey = Passkey(setting, 1);
        await Community.MustAsync(ada, new AddPasskey.Command(await Community.ProofAsync(ada), passkey, "My phone"));
        if (change == nameof(DeleteAccount))
        {
            await Community.InsertAsync(A.Member() with { Role = Role.Administrator }); // another one must stay
        }

        var key = "";
        if (change != nameof(SetUpAuthenticator))
        {
            key = await Community.MustAsync(ada, new SetUpAuthenticator.Command(await Community.ProofAsync(ada)));
        }

        if (change is nameof(NewRecoveryCodes) or nameof(SwitchAuthenticatorOff))
        {
            var code = AuthenticatorCode.At(key, Community.Clock.GetUtcNow());
            await Community.MustAsync(
                ada,
                new SwitchAuthenticatorOn.Command(await Community.ProofAsync(ada), code, null)
            );
        }

        return setting with
        {
            Key = key,
            PasskeyId = PasskeyId.Of(passkey),
        };
    }

    // All facts by which somebody signs in.
    private Task<string> WaysInAsync() =>
        Community.InDatabaseAsync(async context =>
            string.Join(
                '\n',
                [
                    .. await context
                        .Users.OrderBy(account => account.Id)
                        .Select(account =>
                            account.Email + account.PasswordHash + account.SecurityStamp + account.TwoFactorEnabled
                        )
                        .ToListAsync(),
                    .. await context
                        .UserTokens.OrderBy(token => token.UserId)
                        .ThenBy(token => token.Name)
                        .Select(token => token.Name + token.Value)
                        .ToListAsync(),
                    .. (await context.Set<IdentityUserPasskey<long>>().ToListAsync())
                        .Select(passkey => Convert.ToHexString(passkey.CredentialId) + passkey.UserId)
                        .Order(StringComparer.Ordinal),
                ]
            )
        );

    private static UserPasskeyInfo Passkey(Setting setting, byte number) =>
        new(
            [number, .. BitConverter.GetBytes(setting.Ada.Id)],
            [9],
            setting.Community.Clock.GetUtcNow(),
            0,
            ["internal"],
            true,
            false,
            false,
            [8],
            [7]
        );

    private static IEnumerable<string> Unproven(System.Reflection.Assembly assembly) =>
        from type in EveryCommandTests.Commands(assembly)
        where
            type.Namespace!.StartsWith("ConnectGate.People.Accounts", StringComparison.Ordinal)
            || CouldChange(assembly, type)
        where !type.IsAssignableTo(typeof(IChangesSignIn))
        select Name(type);

    private static bool CouldChange(System.Reflection.Assembly assembly, Type command) =>
        assembly
            .GetTypes()
            .Where(type =>
                type.GetInterfaces()
                    .Any(each =>
                        each.IsGenericType
                        && each.GetGenericTypeDefinition() == typeof(IRequestHandler<,>)
                        && each.GetGenericArguments()[0] == command
                    )
            )
            .SelectMany(handler => handler.GetConstructors())
            .SelectMany(constructor => constructor.GetParameters())
            .Any(parameter => Means.Contains(parameter.ParameterType));

    private static string Name(Type command) => command.Name == "Command" ? command.DeclaringType!.Name : command.Name;

    private sealed record Setting(Community Community, Person Ada, Person Other, string Key, string PasskeyId)
    {
        // The codes of the refusals; empty where it succeeded.
        public async Task<string> SendAsync<T>(ICommand<T> command) =>
            (await Community.SendAsync(Ada, command)).Codes();
    }

    private sealed record PlantedWithoutProof : ICommand<Done>
    {
        internal sealed class Handler(UserManager<Account> accounts)
            : IRequestHandler<PlantedWithoutProof, Outcome<Done>>
        {
            public async Task<Outcome<Done>> Handle(PlantedWithoutProof request, CancellationToken cancellationToken)
            {
                await accounts.UpdateAsync(new Account());
                return default(Done);
            }
        }
    }
}

public sealed class EveryChangeNeedsProofTestsOnSqlite() : EveryChangeNeedsProofTests(Database.Sqlite);

public sealed class EveryChangeNeedsProofTestsOnPostgres() : EveryChangeNeedsProofTests(Database.Postgres);
