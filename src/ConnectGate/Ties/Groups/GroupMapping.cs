using ConnectGate.People.Accounts;
using ConnectGate.Ties.Groups.Invitations;
using ConnectGate.Ties.Groups.Joining;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ConnectGate.Ties.Groups;

internal sealed class GroupMapping
    : IEntityTypeConfiguration<Group>,
        IEntityTypeConfiguration<Membership>,
        IEntityTypeConfiguration<Invitation>
{
    // A gathering has days and a place; a group has none.
    private static readonly string DaysAndPlace =
        $"(\"Kind\" = '{nameof(GroupKind.Gathering)}') = (\"BeginsOn\" IS NOT NULL) AND (\"BeginsOn\" IS NULL) = "
        + $"(\"EndsOn\" IS NULL) "
        + $"AND (\"BeginsOn\" IS NULL) = (\"Place\" IS NULL) AND (\"BeginsOn\" IS NULL OR \"BeginsOn\" <= \"EndsOn\")";

    public void Configure(EntityTypeBuilder<Group> builder)
    {
        builder.ToTable("Groups", table => table.HasCheckConstraint("CK_Groups_Gathering", DaysAndPlace));
        builder.Property(group => group.PublicId).HasMaxLength(PublicId.Length);
        builder.HasIndex(group => group.PublicId).IsUnique();
        builder.Property(group => group.Version).IsConcurrencyToken();
        builder.Property(group => group.Name).Within(Group.NameLimit);
        builder.Property(group => group.About).Within(Group.AboutLimit);
        builder.Property(group => group.Place).Within(Group.PlaceLimit);
        builder.Property(group => group.JoinCode).HasMaxLength(JoinCode.Length);
        builder.HasIndex(group => group.JoinCode).IsUnique();
        builder.HasIndex(group => new { group.MadeAt, group.Id });
        builder.HasOne<Member>().WithMany().HasForeignKey(group => group.MadeById).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Membership> builder)
    {
        builder.ToTable("Memberships", table =>
            table.HasCheckConstraint("CK_Memberships_Organiser", "\"IsListed\" OR NOT \"IsOrganiser\"")
        );
        builder
            .HasOne(membership => membership.Group)
            .WithMany()
            .HasForeignKey(membership => membership.GroupId)
            .OnDelete(DeleteBehavior.Cascade);
        builder
            .HasOne<Member>()
            .WithMany()
            .HasForeignKey(membership => membership.MemberId)
            .OnDelete(DeleteBehavior.Cascade);

        // A member has at most one membership in a group.
        builder.HasIndex(membership => new { membership.GroupId, membership.MemberId }).IsUnique();
        builder.HasIndex(membership => new { membership.MemberId, membership.GroupId });
    }

    public void Configure(EntityTypeBuilder<Invitation> builder)
    {
        builder.ToTable("Invitations");
        builder.Property(invitation => invitation.Email).HasMaxLength(EmailAddress.Maximum);
        builder.Property(invitation => invitation.NormalizedEmail).HasMaxLength(EmailAddress.Maximum);
        builder
            .HasOne<Group>()
            .WithMany()
            .HasForeignKey(invitation => invitation.GroupId)
            .OnDelete(DeleteBehavior.Cascade);
        builder
            .HasOne<Member>()
            .WithMany()
            .HasForeignKey(invitation => invitation.InvitedById)
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(invitation => new { invitation.GroupId, invitation.NormalizedEmail }).IsUnique();
        builder.HasIndex(invitation => invitation.NormalizedEmail);
    }
}
