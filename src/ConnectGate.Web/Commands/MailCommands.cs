using System.Globalization;
using ConnectGate.Care.Administration.Outgoing;

namespace ConnectGate.Web.Commands;

/// <summary>The commands of the page <c>/admin/mail</c>, for the server's console.</summary>
internal static class MailCommands
{
    public static readonly Command List = new(
        "mail list",
        "Lists the mail that is not sent yet, and the cause of its last failure.",
        async (app, words, cancellationToken) =>
        {
            if (words.Length > 0)
            {
                return await Command.RefuseAsync("mail list takes no further words.");
            }

            string? cursor = null;
            do
            {
                var listed = await AccountCommands.SendAsync(
                    app,
                    new ListMail.Command(Cursor: cursor),
                    cancellationToken
                );
                if (cursor is null)
                {
                    var view = listed.Value;
                    Console.WriteLine($"{view.Waiting} waiting, {view.Failed} failed, {view.GivenUp} given up");
                }

                foreach (var mail in listed.Value.Page.Items)
                {
                    Console.WriteLine(Line(mail));
                }

                cursor = listed.Value.Page.Next;
            } while (cursor is not null);

            return 0;
        }
    );

    public static readonly Command SendAgain = new(
        "mail send-again",
        "NUMBER|all  Tries mail again that failed or was given up.",
        async (app, words, cancellationToken) =>
        {
            if (
                words is not [var named]
                || (Number(named) is null && !named.Equals("all", StringComparison.OrdinalIgnoreCase))
            )
            {
                return await Command.RefuseAsync("Say which mail: mail send-again NUMBER|all");
            }

            var again = await AccountCommands.SendAsync(
                app,
                new SendMailAgain.Command(Number(named)),
                cancellationToken
            );
            Console.WriteLine($"{again.Value.Count} tried again. The running server sends them.");
            return 0;
        }
    );

    public static readonly Command Test = new(
        "mail test",
        "EMAIL  Sends a test mail.",
        async (app, words, cancellationToken) =>
        {
            if (words is not [var email])
            {
                return await Command.RefuseAsync("Say where the test mail goes: mail test EMAIL");
            }

            var sent = await AccountCommands.SendAsync(app, new SendTestMail.Command(email), cancellationToken);
            if (!sent.Succeeded)
            {
                return await Command.RefuseAsync(sent.Refusals[0].Message);
            }

            Console.WriteLine("The running server sends it. If it does not arrive, run mail list.");
            return 0;
        }
    );

    private static string Line(ListMail.Row mail) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{mail.Id, 8}  {mail.WrittenAt:yyyy-MM-dd HH:mm}  {State(mail.State), -8}  {mail.To}{Cause(mail)}"
        );

    private static string Cause(ListMail.Row mail) => mail.Cause is { } cause ? $"  {cause}" : "";

    private static string State(ListMail.State state) =>
        state switch
        {
            ListMail.State.GivenUp => "given up",
            ListMail.State.Failed => "failed",
            _ => "waiting",
        };

    private static long? Number(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
