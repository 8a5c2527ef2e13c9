using ConnectGate.People.Members.Absences;

namespace ConnectGate.Care.Administration.Imports;

/// <summary>
/// Keeps a file that was read, with the result of the dry run. Nothing is changed until
/// <see cref="ApplyMemberImport"/>. It replaces the import before it.
/// </summary>
public static class BeginMemberImport
{
    /// <summary>
    /// Refused: the refusal of the reading; <c>member-import-running</c> while an earlier import is being applied.
    /// </summary>
    /// <param name="File">The result of <see cref="ReadMemberFile"/>.</param>
    [SentBy(Senders.Administrators)]
    public sealed record Command(ReadMemberFile.View File) : ICommand<Done>;

    internal sealed class Handler(ConnectGateContext context, LastAdministrator lastAdministrator, Actor actor)
        : IRequestHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command command, CancellationToken cancellationToken)
        {
            if (command.File.Refusal is { } unreadable)
            {
                return Outcome<Done>.Refused([unreadable]);
            }

            await lastAdministrator.LockAsync(cancellationToken); // every change of the import takes it
            var earlier = await context.MemberImports.ToListAsync(cancellationToken);
            if (earlier.Exists(import => import.IsApplying))
            {
                return Outcome<Done>.Refused([
                    new Refusal("member-import-running", "file", Words.Of("member-import-running")),
                ]);
            }

            context.MemberImports.RemoveRange(earlier);
            var file = command.File.File;
            var import = MemberImport.Of(file, command.File.LapsesOthers, actor.Sender, actor.Now);
            context.MemberImports.Add(import);
            await context.SaveChangesAsync(cancellationToken);
            context.MemberImportSlices.AddRange(
                file.Rows.Chunk(MemberImportSlice.Size)
                    .Select(rows => new MemberImportSlice { ImportId = import.Id, Rows = rows })
            );
            context.MemberImportSlices.AddRange(
                file.Others.Chunk(MemberImportSlice.Size)
                    .Select(others => new MemberImportSlice { ImportId = import.Id, Others = others })
            );
            await context.SaveChangesAsync(cancellationToken);
            return default(Done);
        }
    }
}
