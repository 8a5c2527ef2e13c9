using ConnectGate.Letters.Directory;
using ConnectGate.Letters.Introductions;
using ConnectGate.Letters.Introductions.Offers;
using ConnectGate.Letters.References;
using ConnectGate.Letters.Sent;
using ConnectGate.Tests.Slices.Letters.Introductions;
using Microsoft.EntityFrameworkCore;

namespace ConnectGate.Tests.Slices.Foundation.Paging;

internal static class ListsOfLetters
{
    public static readonly PagedList[] All =
    [
        new PagedList<FindMembers.Query>(
            _ => Task.CompletedTask,
            async (stage, cursor) =>
                PagedList.Shown(
                    await stage.Community.QueryAsync(stage.Me, new FindMembers.Query(Stage.Name, Cursor: cursor))
                )
        ),
        new PagedList<SentRequests.Query>(
            stage => stage.EachAsync(other => stage.Community.AskAsync(stage.Me, other)),
            async (stage, cursor) =>
                PagedList.Shown(await stage.Community.QueryAsync(stage.Me, new SentRequests.Query(cursor)))
        ),
        new PagedList<ListAsks.Query>(AskThroughMeAsync, async (stage, cursor) =>
            PagedList.Shown(await stage.Community.QueryAsync(stage.Me, new ListAsks.Query(cursor)))
        ),
        new PagedList<ViewOffer.ToMe>(
            stage =>
                stage.EachAsync(async other =>
                    await stage.Community.OfferAsync(await stage.Community.InsertAsync(), stage.Me, other)
                ),
            async (stage, cursor) =>
                PagedList.Shown(await stage.Community.QueryAsync(stage.Me, new ViewOffer.ToMe(cursor)))
        ),
        new PagedList<ListReferences.Query>(AskMeAboutAsync, async (stage, cursor) =>
            PagedList.Shown(await stage.Community.QueryAsync(stage.Me, new ListReferences.Query(cursor)))
        ),
    ];

    private static async Task AskThroughMeAsync(Stage stage)
    {
        var recipient = await stage.Community.InsertAsync();
        await stage.EachAsync(async other =>
        {
            await stage.Community.InsertConnectionAsync(other, stage.Me);
            await stage.Community.AskThroughAsync(other, stage.Me, recipient);
        });
    }

    private static async Task AskMeAboutAsync(Stage stage)
    {
        var asker = await stage.Community.InsertAsync();
        await stage.EachAsync(other => stage.Community.DeliverAsync(other, asker));
        var letters = await stage.Community.InDatabaseAsync(context =>
            context.Requests.ToDictionaryAsync(
                letter => letter.SenderId,
                letter => letter.Id,
                TestContext.Current.CancellationToken
            )
        );
        await stage.AddAsync(other => new Reference
        {
            RequestId = letters[other.Id],
            AskerId = asker.Id,
            AskedId = stage.Me.Id,
            AboutId = other.Id,
            AskedAt = stage.Now,
        });
    }
}
