using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ConnectGate.Ties.Meetings;

internal sealed class MeetingMapping : IEntityTypeConfiguration<Meeting>, IEntityTypeConfiguration<MeetingCode>
{
    public void Configure(EntityTypeBuilder<Meeting> builder)
    {
        builder.ToTable("Meetings", table => table.HasCheckConstraint("CK_Meetings_Pair", "\"LowId\" < \"HighId\""));
        builder.HasIndex(meeting => new { meeting.LowId, meeting.HighId }).IsUnique();
        builder.Property(meeting => meeting.LowTalkedAbout).Within(Meeting.TalkedAboutLimit);
        builder.Property(meeting => meeting.HighTalkedAbout).Within(Meeting.TalkedAboutLimit);
        builder.HasOne<Member>().WithMany().HasForeignKey(meeting => meeting.LowId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Member>().WithMany().HasForeignKey(meeting => meeting.HighId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<MeetingCode> builder)
    {
        builder.ToTable("MeetingCodes", table =>
        {
            table.HasCheckConstraint(
                "CK_MeetingCodes_Taken",
                "(\"TakenById\" IS NULL) = (\"TakenAt\" IS NULL) AND \"TakenById\" <> \"OwnerId\""
            );
            table.HasCheckConstraint("CK_MeetingCodes_Times", "\"ShownAt\" < \"EndsAt\"");
        });
        builder.HasKey(code => code.OwnerId);
        builder.Property(code => code.OwnerId).ValueGeneratedNever();
        builder.Property(code => code.Version).IsConcurrencyToken();
        builder.HasIndex(code => code.Selector);
        builder
            .HasOne<Member>()
            .WithOne()
            .HasForeignKey<MeetingCode>(code => code.OwnerId)
            .OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Member>().WithMany().HasForeignKey(code => code.TakenById).OnDelete(DeleteBehavior.Cascade);
    }
}
