using ConnectGate.Care.Moderation.Handling;
using ConnectGate.Care.Moderation.Measures;
using ConnectGate.Care.Moderation.Reports;
using ConnectGate.Care.Moderation.Rules;
using ConnectGate.Care.Moderation.SameNotes;
using ConnectGate.People.Members.Suspensions;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ConnectGate.Care.Moderation;

internal sealed class ModerationMapping
    : IEntityTypeConfiguration<Case>,
        IEntityTypeConfiguration<CaseComment>,
        IEntityTypeConfiguration<Report>,
        IEntityTypeConfiguration<ReportedPhoto>,
        IEntityTypeConfiguration<MutedReporter>,
        IEntityTypeConfiguration<SameNote>,
        IEntityTypeConfiguration<CommunityRule>,
        IEntityTypeConfiguration<Measure>
{
    public void Configure(EntityTypeBuilder<Case> builder)
    {
        builder.ToTable("Cases");
        builder.Property(file => file.PublicId).HasMaxLength(PublicId.Length);
        builder.HasIndex(file => file.PublicId).IsUnique();
        builder.Property(file => file.Version).IsConcurrencyToken();
        builder.Property(file => file.ReasonGiven).Within(Suspension.ReasonLimit);
        builder.HasOne<Member>().WithMany().HasForeignKey(file => file.AuthorId).OnDelete(DeleteBehavior.Restrict);

        // A member has at most one unclosed case; new reports about them join it.
        builder
            .HasIndex(file => file.AuthorId, "IX_Cases_AuthorId_Unclosed")
            .IsUnique()
            .HasFilter($"\"Stage\" <> '{nameof(CaseStage.Closed)}'");
        builder.HasIndex(file => file.AuthorId, "IX_Cases_AuthorId");

        // The orders of the queue; see ListCases. The categories come last, so that the filter reads the index alone.
        builder
            .HasIndex(file => new
            {
                file.Stage,
                file.Weight,
                file.OpenedAt,
                file.Id,
                file.Categories,
            })
            .IsDescending(false, true, false, false, false);
        builder.HasIndex(file => new
        {
            file.Stage,
            file.ClosedAt,
            file.Id,
            file.Categories,
        });
        builder.HasIndex(file => new { file.TakenUntil, file.Id }).HasFilter("\"TakenUntil\" IS NOT NULL");
    }

    public void Configure(EntityTypeBuilder<CaseComment> builder)
    {
        builder.ToTable("CaseComments");
        builder.Property(comment => comment.Text).Within(CaseComment.Limit);
        builder.HasOne<Case>().WithMany().HasForeignKey(comment => comment.CaseId).OnDelete(DeleteBehavior.Restrict);
        builder
            .HasOne<Member>()
            .WithMany()
            .HasForeignKey(comment => comment.AuthorId)
            .OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Report> builder)
    {
        builder.ToTable("Reports");
        builder.Property(report => report.PublicId).HasMaxLength(PublicId.Length);
        builder.HasIndex(report => report.PublicId).IsUnique();
        builder.Property(report => report.Comment).Within(Report.CommentLimit);
        builder.Property(report => report.Words).HasMaxLength(Report.WordsLength);
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
        builder.HasOne<Member>().WithMany().HasForeignKey(report => report.AgainOfId).OnDelete(DeleteBehavior.Restrict);

        // A reporter reports the same words once. The report outlives what it is about.
        builder
            .HasIndex(report => new
            {
                report.Kind,
                report.SubjectId,
                report.ReporterId,
                report.Words,
            })
            .IsUnique();
        builder.HasIndex(report => new { report.ReporterId, report.Id });
    }

    public void Configure(EntityTypeBuilder<ReportedPhoto> builder)
    {
        builder.ToTable("ReportedPhotos");
        builder.HasKey(photo => photo.Version);
        builder.Property(photo => photo.Version).HasMaxLength(PublicId.Length);
    }

    public void Configure(EntityTypeBuilder<MutedReporter> builder)
    {
        builder.ToTable("MutedReporters");
        builder.HasKey(muted => muted.MemberId);
        builder.Property(muted => muted.MemberId).ValueGeneratedNever();
        builder.HasOne<Member>().WithMany().HasForeignKey(muted => muted.MemberId).OnDelete(DeleteBehavior.Restrict);
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

    public void Configure(EntityTypeBuilder<CommunityRule> builder)
    {
        builder.ToTable("CommunityRules");
        builder.Property(rule => rule.PublicId).HasMaxLength(PublicId.Length);
        builder.HasIndex(rule => rule.PublicId).IsUnique();
        builder.Property(rule => rule.Name).Within(Measure.RuleLimit);
        builder.Property(rule => rule.Wording).Within(CommunityRule.WordingLimit);
    }

    public void Configure(EntityTypeBuilder<Measure> builder)
    {
        builder.ToTable("Measures");
        builder.Property(measure => measure.PublicId).HasMaxLength(PublicId.Length);
        builder.HasIndex(measure => measure.PublicId).IsUnique();
        builder.Property(measure => measure.Version).IsConcurrencyToken();
        builder.Property(measure => measure.Words).Within(Measure.WordsLimit);
        builder.Property(measure => measure.AppealText).Within(Measure.AppealLimit);
        builder.Property(measure => measure.AppealAnswer).Within(Measure.WordsLimit);
        builder.HasOne<Case>().WithMany().HasForeignKey(measure => measure.CaseId).OnDelete(DeleteBehavior.Restrict);
        builder
            .HasOne<Member>()
            .WithMany()
            .HasForeignKey(measure => measure.MemberId)
            .OnDelete(DeleteBehavior.Restrict);
        builder
            .HasOne<Member>()
            .WithMany()
            .HasForeignKey(measure => measure.ModeratorId)
            .OnDelete(DeleteBehavior.Restrict);
        builder
            .HasIndex(measure => new { measure.AppealedAt, measure.Id })
            .HasFilter("\"AppealedAt\" IS NOT NULL AND \"AppealAnsweredAt\" IS NULL");
    }
}
