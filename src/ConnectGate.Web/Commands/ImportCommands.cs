using System.Globalization;
using ConnectGate.Care.Administration.Imports;
using ConnectGate.Web.Hosting;
using ConnectGate.Web.Identity;

namespace ConnectGate.Web.Commands;

/// <summary>The command of the page <c>/admin/members/import</c>, for the server's console.</summary>
internal static class ImportCommands
{
    private const string Apply = "apply",
        LapseOthers = "lapse-others";

    // SQLite gives a running server no turn between two writes that follow each other at once.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    public static readonly Command Import = new(
        "members import",
        "FILE.csv [--apply] [--lapse-others]  Says what the file would change; with --apply, changes it.",
        async (app, words, cancellationToken) =>
        {
            if (words is not [var path])
            {
                return await Command.RefuseAsync("Say which file: members import FILE.csv [--apply] [--lapse-others]");
            }

            FileStream file;
            try
            {
                file = File.OpenRead(path);
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
            {
                return await Command.RefuseAsync($"{path} can't be read: {problem.Message}");
            }

            await app.MigrateAsync();
            await using var scope = app.Services.CreateServerScope();
            var mediator = scope.ServiceProvider.GetRequiredService<IMediator>();
            await using (file)
            {
                var query = new ReadMemberFile.Query(file, IsSet(app, LapseOthers));
                var read = (await mediator.Send(query, cancellationToken))!;
                var begun = await mediator.Send(new BeginMemberImport.Command(read), cancellationToken);
                if (!begun.Succeeded)
                {
                    return await Command.RefuseAsync(begun.Refusals[0].Message);
                }
            }

            await SayAsync("Would be", await SeeAsync(mediator, cancellationToken));
            return IsSet(app, Apply) ? await ApplyAsync(mediator, cancellationToken) : 0;
        }
    );

    // A running server takes parts of it, too.
    private static async Task<int> ApplyAsync(IMediator mediator, CancellationToken cancellationToken)
    {
        var applied = await mediator.Send(new ApplyMemberImport.Command(), cancellationToken);
        if (!applied.Succeeded)
        {
            return await Command.RefuseAsync("Another administrator has applied or discarded it meanwhile.");
        }

        while ((await mediator.Send(new ApplyMemberSlice.Command(), cancellationToken)).Value.Any)
        {
            var import = await SeeAsync(mediator, cancellationToken);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{import.Done} of {import.Total}"));
            await Task.Delay(Pause, cancellationToken);
        }

        var done = await SeeAsync(mediator, cancellationToken);
        Console.WriteLine("Done: " + Counts(done.Counts));
        return 0;
    }

    private static async Task SayAsync(string verb, ViewMemberImport.Import import)
    {
        Console.WriteLine($"{verb} {Counts(import.Counts)}");
        foreach (var problem in import.Problems)
        {
            var value = problem.Value.Length > 0 ? $" {problem.Value}" : "";
            await Console.Error.WriteLineAsync(
                string.Create(CultureInfo.InvariantCulture, $"Line {problem.Line}: {problem.Words}{value}")
            );
        }

        if (import.MoreProblems > 0)
        {
            await Console.Error.WriteLineAsync(
                string.Create(CultureInfo.InvariantCulture, $"And {import.MoreProblems} more.")
            );
        }
    }

    private static async Task<ViewMemberImport.Import> SeeAsync(
        IMediator mediator,
        CancellationToken cancellationToken
    ) => (await mediator.Send(new ViewMemberImport.Query(), cancellationToken))!.Import!;

    private static string Counts(ViewMemberImport.Counts counts) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"invited {counts.Invited}, changed {counts.Changed}, renewed {counts.Renewed}, "
        )
        + string.Create(
            CultureInfo.InvariantCulture,
            $"ended {counts.Lapsed}, unchanged {counts.Unchanged}, bad rows {counts.Bad}"
        );

    private static bool IsSet(WebApplication app, string name) =>
        string.Equals(app.Configuration[name], "true", StringComparison.OrdinalIgnoreCase);
}
