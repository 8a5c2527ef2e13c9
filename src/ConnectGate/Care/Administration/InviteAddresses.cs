using ConnectGate.Foundation.Audit;
using ConnectGate.People.Accounts;
using ConnectGate.People.Accounts.Admissions;
using Microsoft.AspNetCore.Identity;

namespace ConnectGate.Care.Administration;

/// <summary>An administrator lets addresses register. Each new address gets one mail.</summary>
public static class InviteAddresses
{
    /// <summary>The most addresses in one command.</summary>
    public const int Most = 200;

    // A refusal names only the first wrong lines, and only the beginning of a long line: enough to find them.
    private const int MostNamed = 10,
        LongestNamed = 60;

    /// <summary>Invites all the addresses, or none if any line is not an address.</summary>
    /// <param name="Addresses">One address per line; empty lines are ignored. Field <c>addresses</c>.</param>
    [SentBy(Senders.Administrators)]
    [Audited(AuditAct.InvitedAddress, MayChangeNothing = true)]
    public sealed record Command(string? Addresses) : ICommand<Invited>;

    /// <param name="Known">How many were on the list before or have an account. They get no mail.</param>
    public sealed record Invited(int Mailed, int Known);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() =>
            RuleFor(command => command.Addresses)
                .Custom(
                    (text, context) =>
                    {
                        var lines = Lines(text);
                        var wrong = lines
                            .Take(Most)
                            .Where(line => EmailAddress.Of(line.Address) is null)
                            .Take(MostNamed)
                            .Select(line =>
                                Words.Format(
                                    "addresses-line",
                                    line.Number,
                                    line.Address[..Math.Min(line.Address.Length, LongestNamed)]
                                )
                            )
                            .ToList();
                        Add(
                            context,
                            lines.Count == 0 ? "addresses-missing"
                                : lines.Count > Most ? "addresses-too-many"
                                : null,
                            Most
                        );
                        Add(context, wrong.Count > 0 ? "addresses-malformed" : null, wrong);
                    }
                );

        private static void Add(ValidationContext<Command> context, string? code, object place)
        {
            if (code is not null)
            {
                context.Refuse(new Refusal(code, "addresses", Words.Format(code, place)));
            }
        }
    }

    internal sealed class Handler(
        ConnectGateContext context,
        Actor actor,
        ILookupNormalizer normalizer,
        AccountMail mail,
        AuditTrail trail
    ) : IRequestHandler<Command, Outcome<Invited>>
    {
        public async Task<Outcome<Invited>> Handle(Command command, CancellationToken cancellationToken)
        {
            var now = actor.Now;
            var asked = Lines(command.Addresses)
                .Select(line => EmailAddress.Of(line.Address)!)
                .DistinctBy(address => normalizer.NormalizeEmail(address), StringComparer.Ordinal)
                .ToDictionary(address => normalizer.NormalizeEmail(address), StringComparer.Ordinal);
            var known = await context
                .Admitted.Where(admitted => asked.Keys.Contains(admitted.NormalizedEmail))
                .Select(admitted => admitted.NormalizedEmail)
                .Union(
                    context
                        .Users.Where(account => asked.Keys.Contains(account.NormalizedEmail!))
                        .Select(account => account.NormalizedEmail!)
                )
                .ToListAsync(cancellationToken);
            var invited = asked.Where(address => !known.Contains(address.Key, StringComparer.Ordinal)).ToList();
            foreach (var (normalized, address) in invited)
            {
                context.Admitted.Add(
                    new Admitted
                    {
                        NormalizedEmail = normalized,
                        Email = address,
                        At = now,
                        ById = actor.Sender,
                    }
                );
                trail.Tell(AuditAct.InvitedAddress);
                await mail.InvitedAsync(address, cancellationToken);
            }

            await context.SaveChangesAsync(cancellationToken);
            return new Invited(invited.Count, asked.Count - invited.Count);
        }
    }

    private static List<(int Number, string Address)> Lines(string? text) =>
        [
            .. (text ?? "")
                .ReplaceLineEndings("\n")
                .Split('\n')
                .Select((line, place) => (Number: place + 1, Address: line.Trim()))
                .Where(line => line.Address.Length > 0),
        ];
}
