using ConnectGate.People.Accounts;
using ConnectGate.People.Members.PrivateNotes;
using ConnectGate.People.Members.Registering;
using ConnectGate.People.Members.Suspensions;
using ConnectGate.People.Policy;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ConnectGate.People.Members;

internal sealed class MemberMapping
    : IEntityTypeConfiguration<Member>,
        IEntityTypeConfiguration<Suspension>,
        IEntityTypeConfiguration<NoteToSelf>,
        IEntityTypeConfiguration<Registration>
{
    public void Configure(EntityTypeBuilder<Member> builder)
    {
        builder.ToTable("Members", table =>
        {
            table.HasCheckConstraint(
                "CK_Members_Handle",
                $"length(\"Handle\") BETWEEN {Handle.Minimum} AND {Handle.Maximum}"
            );
            table.HasCheckConstraint(
                "CK_Members_Policy_MinimumNote",
                $"\"Policy_MinimumNote\" BETWEEN 1 AND {ConnectionPolicy.LongestMinimumNote}"
            );
            table.HasCheckConstraint(
                "CK_Members_Policy_LettersAWeek",
                $"\"Policy_LettersAWeek\" BETWEEN 1 AND {ConnectionPolicy.MostLettersAWeek}"
            );
        });
        builder.Property(member => member.Id).ValueGeneratedNever();
        builder
            .HasOne<Account>()
            .WithOne()
            .HasForeignKey<Member>(member => member.Id)
            .OnDelete(DeleteBehavior.Restrict);
        builder.Property(member => member.Version).IsConcurrencyToken();
        builder.HasIndex(member => member.Handle).IsUnique();
        builder.Property(member => member.DisplayName).Within(Member.DisplayNameLimit);
        builder.Property(member => member.Headline).Within(Member.HeadlineLimit);
        builder.Property(member => member.About).Within(Member.AboutLimit);
        builder.Ignore(member => member.LanguageTags);
        builder.Property(member => member.OtherNames).AsJson();
        builder.Property(member => member.BetterWays).AsJson();
        builder.Property(member => member.Details).AsJson();
        builder.Property(member => member.SkippedSteps).AsJson();
        builder.ComplexProperty(
            member => member.Policy,
            policy =>
            {
                policy.Property(value => value.Questions).AsJson();
                policy.Property(value => value.WelcomesPitches).HasColumnName("Policy_WelcomesOffers");
                policy.Ignore(value => value.Terms);
            }
        );
        builder.ComplexProperty(member => member.Digest);
        builder.HasIndex(member => member.DigestDueAt).HasFilter("\"DigestDueAt\" IS NOT NULL");
        builder.HasIndex(member => new { member.DisplayName, member.Id });
    }

    public void Configure(EntityTypeBuilder<Suspension> builder)
    {
        builder.ToTable("Suspensions");
        builder.Property(suspension => suspension.Reason).Within(Suspension.ReasonLimit);
        builder
            .HasOne<Member>()
            .WithMany()
            .HasForeignKey(suspension => suspension.MemberId)
            .OnDelete(DeleteBehavior.Restrict);
        builder
            .HasOne<Member>()
            .WithMany()
            .HasForeignKey(suspension => suspension.ModeratorId)
            .OnDelete(DeleteBehavior.Restrict);
    }

    // The texts have no checks of their own: an empty row has none, and the member's table checks them at confirmation.
    public void Configure(EntityTypeBuilder<Registration> builder)
    {
        builder.ToTable("Registrations");
        builder.HasIndex(registration => registration.Token).IsUnique();
        builder.HasIndex(registration => registration.NormalizedEmail);
        builder.HasIndex(registration => registration.At);
    }

    public void Configure(EntityTypeBuilder<NoteToSelf> builder)
    {
        builder.ToTable("NotesToSelf");
        builder.Property(note => note.Text).Within(NoteToSelf.Limit);
        builder.HasIndex(note => new { note.OwnerId, note.AboutId }).IsUnique();
        builder.HasOne<Member>().WithMany().HasForeignKey(note => note.OwnerId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Member>().WithMany().HasForeignKey(note => note.AboutId).OnDelete(DeleteBehavior.Cascade);
    }
}
