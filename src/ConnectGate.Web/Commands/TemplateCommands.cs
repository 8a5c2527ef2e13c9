using System.Globalization;
using ConnectGate.Care.Moderation.Templates;
using ConnectGate.Web.Hosting;
using ConnectGate.Web.Identity;

namespace ConnectGate.Web.Commands;

/// <summary>
/// The templates that the gate refuses as notes. An administrator can add some before the first start.
/// </summary>
internal static class TemplateCommands
{
    public static readonly Command Add = new(
        "gate template add",
        "FILE  Refuses notes with the file's text, whatever name, company or place they contain.",
        async (app, words, cancellationToken) =>
        {
            if (words is not [var file])
            {
                return await Command.RefuseAsync("Say which file holds the template: gate template add FILE");
            }

            await app.MigrateAsync();
            string text;
            try
            {
                text = await File.ReadAllTextAsync(file, cancellationToken);
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
            {
                return await Command.RefuseAsync($"{file} can't be read: {problem.Message}");
            }

            var outcome = await SendAsync(app, new AddTemplate.Command(text), cancellationToken);
            if (!outcome.Succeeded)
            {
                return await Command.RefuseAsync($"{file}: {outcome.Refusals[0].Message}");
            }

            Console.WriteLine(
                outcome.Value.WasThere
                    ? $"Template {Number(outcome.Value.Id)} already has this text. Nothing was added."
                    : $"Added as template {Number(outcome.Value.Id)}. The gate refuses notes like it from now on."
            );
            return 0;
        }
    );

    public static readonly Command List = new(
        "gate template list",
        "Lists the templates with their numbers.",
        async (app, _, cancellationToken) =>
        {
            await app.MigrateAsync();
            await using var scope = app.Services.CreateServerScope();
            var mediator = scope.ServiceProvider.GetRequiredService<IMediator>();
            var after = 0L;
            while (await mediator.Send(new ListTemplates.Query(after), cancellationToken) is { Count: > 0 } templates)
            {
                foreach (var template in templates)
                {
                    Console.WriteLine(
                        $"{Number(template.Id)}  {template.AddedAt:yyyy-MM-dd}  {template.Text.ReplaceLineEndings(" ")}"
                    );
                }

                after = templates[^1].Id;
            }

            if (after == 0)
            {
                Console.WriteLine("There are no templates yet.");
            }

            return 0;
        }
    );

    public static readonly Command Remove = new(
        "gate template remove",
        "ID  Accepts notes like that template again.",
        async (app, words, cancellationToken) =>
        {
            if (
                words is not [var number]
                || !long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            )
            {
                return await Command.RefuseAsync("Say the template's number, from the list: gate template remove ID");
            }

            await app.MigrateAsync();
            if (!(await SendAsync(app, new RemoveTemplate.Command(id), cancellationToken)).Succeeded)
            {
                return await Command.RefuseAsync($"There is no template {number}.");
            }

            Console.WriteLine($"Removed template {number}.");
            return 0;
        }
    );

    private static string Number(long id) => id.ToString(CultureInfo.InvariantCulture);

    private static async Task<Outcome<T>> SendAsync<T>(
        WebApplication app,
        ICommand<T> command,
        CancellationToken cancellationToken
    )
    {
        await using var scope = app.Services.CreateServerScope();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(command, cancellationToken);
    }
}
