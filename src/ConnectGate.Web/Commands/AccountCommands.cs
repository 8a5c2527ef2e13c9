using ConnectGate.Care.Administration;
using ConnectGate.Care.Administration.Members;
using ConnectGate.People.Accounts;
using ConnectGate.Web.Hosting;
using ConnectGate.Web.Identity;

namespace ConnectGate.Web.Commands;

internal static class AccountCommands
{
    public static readonly Command Grant = new(
        "admin grant",
        "EMAIL [member|moderator|administrator]  Gives the account a role, by default administrator.",
        async (app, words, cancellationToken) =>
        {
            if (
                words is not [var email, .. var rest]
                || rest.Length > 1
                || NamedEnums.Parse<Role>(rest is [var named] ? named : nameof(Role.Administrator)) is not { } role
            )
            {
                return await Command.RefuseAsync(
                    "Say whose account: admin grant EMAIL [member|moderator|administrator]"
                );
            }

            var outcome = await SendAsync(app, new GrantRole.Command(email, role), cancellationToken);
            if (!outcome.Succeeded)
            {
                return await Command.RefuseAsync(
                    outcome.IsNotFound ? $"There is no account for {email}." : outcome.Refusals[0].Message
                );
            }

            Console.WriteLine($"{outcome.Value.Handle} is {role.ToString().ToLowerInvariant()} from now on.");
            if (outcome.Value.NeedsSecondFactor)
            {
                Console.WriteLine(
                    "The pages of that role open after they add an authenticator or a passkey in Settings, Security."
                );
            }

            return 0;
        }
    );

    public static readonly Command ResetSecondFactor = new(
        "admin reset-second-factor",
        "EMAIL  Removes authenticator, recovery codes and passkeys, and ends every session. Keeps the password.",
        async (app, words, cancellationToken) =>
        {
            if (words is not [var email])
            {
                return await Command.RefuseAsync("Say whose account: admin reset-second-factor EMAIL");
            }

            var outcome = await SendAsync(
                app,
                new ConnectGate.Care.Administration.ResetSecondFactor.Command(email),
                cancellationToken
            );
            if (!outcome.Succeeded)
            {
                return await Command.RefuseAsync($"There is no account for {email}.");
            }

            Console.WriteLine("Done. The owner gets an email.");
            return 0;
        }
    );

    public static readonly Command Admit = new(
        "admin admit",
        "EMAIL…  Puts addresses on the list of those who may register.",
        async (app, words, cancellationToken) =>
        {
            if (words.Length == 0)
            {
                return await Command.RefuseAsync("Say which addresses: admin admit EMAIL…");
            }

            foreach (var email in words)
            {
                var outcome = await SendAsync(app, new AdmitAddress.Command(email), cancellationToken);
                if (!outcome.Succeeded)
                {
                    return await Command.RefuseAsync($"{email}: {outcome.Refusals[0].Message}");
                }

                Console.WriteLine($"{email} may register.");
            }

            return 0;
        }
    );

    public static async Task<Outcome<T>> SendAsync<T>(
        WebApplication app,
        ICommand<T> command,
        CancellationToken cancellationToken
    )
    {
        await app.MigrateAsync(); // the first administrator is admitted before the first start
        await using var scope = app.Services.CreateServerScope();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(command, cancellationToken);
    }
}
