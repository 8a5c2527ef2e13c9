using ConnectGate.People.Members.Suspensions;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ConnectGate.Care.Moderation;

internal sealed class ModerationMapping
    : IEntityTypeConfiguration<Case>,
        IEntityTypeConfiguration<Report>,
        IEntityTypeConfiguration<SameNote>
{
    public void Configure(EntityTypeBuilder<Case> builder)
    {
        builder.ToTable("Cases");
        builder.Property(file => file.PublicId).HasMaxLength(PublicId.Length);
        builder.HasIndex(file => file.PublicId).IsUnique();
        builder.Property(file => file.Version).IsConcurrencyToken();
        builder.Property(file => file.ReasonGiven).Within(Suspension.ReasonLimit);
        builder.HasOne<Member>().WithMany().HasForeignKey(file => file.AuthorId).OnDelete(DeleteBehavior.Restrict);

        // A member has at most one open case; new reports about them join it.
        builder.HasIndex(file => file.AuthorId).IsUnique().HasFilter($"\"State\" = '{nameof(CaseState.Open)}'");
        builder.HasIndex(file => new
        {
            file.State,
            file.OpenedAt,
            file.Id,
        });
    }

    public void Configure(EntityTypeBuilder<Report> builder)
    {
        builder.ToTable("Reports", table =>
            table.HasCheckConstraint(
                "CK_Reports_Of",
                "(\"RequestId\" IS NULL) <> (\"PostId\" IS NULL AND \"AgendaEntryId\" IS NULL) "
                    + "AND (\"PostId\" IS NULL OR \"AgendaEntryId\" IS NULL)"
            )
        );
        builder.Property(report => report.Comment).Within(Report.CommentLimit);
        builder
            .HasOne(report => report.Case)
            .WithMany()
            .HasForeignKey(report => report.CaseId)
            .OnDelete(DeleteBehavior.Restrict);
        builder
            .HasOne<Member>()
            .WithMany()
            .HasForeignKey(report => report.ReporterId)
            .OnDelete(DeleteBehavior.Restrict);

        // A letter can be reported once, a post once by each reader. The report outlives what it is about.
        builder.HasIndex(report => report.RequestId).IsUnique();
        builder.HasIndex(report => new { report.PostId, report.ReporterId }).IsUnique();
        // Not unique: an entry that was changed can be reported again.
        builder.HasIndex(report => new { report.AgendaEntryId, report.ReporterId });
    }

    public void Configure(EntityTypeBuilder<SameNote> builder)
    {
        builder.ToTable("SameNotes");
        builder.Property(note => note.LetterId).HasMaxLength(PublicId.Length);
        builder.Property(note => note.GroupId).HasMaxLength(PublicId.Length);
        builder
            .HasOne(note => note.Case)
            .WithMany()
            .HasForeignKey(note => note.CaseId)
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Member>().WithMany().HasForeignKey(note => note.SenderId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(note => note.LetterId).IsUnique();
        builder.HasIndex(note => note.GroupId);
    }
}
