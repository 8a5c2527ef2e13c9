using ConnectGate.Data;
using ConnectGate.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace ConnectGate.Noticeboards;

/// <summary>A post goes from a noticeboard: its author or an organiser removes it.</summary>
public static class RemovePost
{
    /// <summary>Removes it. Not found where the current member can't read it, or neither wrote it nor organises the group.</summary>
    /// <param name="Id">Its public id.</param>
    public sealed record Command(string Id) : ICommand<Done>;

    internal sealed class Handler(ConnectGateContext context, ICurrentMember currentMember, PostsToMe posts, TimeProvider clock) : IRequestHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command request, CancellationToken cancellationToken)
        {
            var found = await posts.Readable(clock.GetUtcNow().UtcDateTime).SingleOrDefaultAsync(seen => seen.Post.PublicId == request.Id, cancellationToken);
            if (found is null || (found.Author.Id != currentMember.Id && !found.Mine.IsOrganiser))
            {
                return Outcome<Done>.NotFound();
            }

            context.Posts.Remove(found.Post);
            await context.SaveChangesAsync(cancellationToken);
            return default(Done);
        }
    }
}
