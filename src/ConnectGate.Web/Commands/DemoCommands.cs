using ConnectGate.Web.Hosting;
using ConnectGate.Web.Hosting.Demo;

namespace ConnectGate.Web.Commands;

internal static class DemoCommands
{
    public static readonly Command Demo = new(
        "demo",
        "Fills an empty database with a demo community, and says how to sign in.",
        async (app, _, cancellationToken) =>
        {
            await app.MigrateAsync();
            if (!await DemoCommunity.IsEmptyAsync(app))
            {
                return await Command.RefuseAsync(
                    "There are members already; a demo community needs an empty database."
                );
            }

            Console.WriteLine(await DemoCommunity.MakeAsync(app, cancellationToken));
            return 0;
        }
    );
}
