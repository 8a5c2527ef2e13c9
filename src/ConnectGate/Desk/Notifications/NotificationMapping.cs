using ConnectGate.Ties.Groups;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ConnectGate.Desk.Notifications;

internal sealed class NotificationMapping : IEntityTypeConfiguration<Notification>
{
    public void Configure(EntityTypeBuilder<Notification> builder)
    {
        builder.ToTable("Notifications");

        builder
            .HasIndex(notification => new
            {
                notification.MemberId,
                notification.Kind,
                notification.Subject,
                notification.Number,
            })
            .IsUnique();
        builder.HasIndex(notification => new
        {
            notification.MemberId,
            notification.VisibleFrom,
            notification.Id,
        });
        builder
            .HasOne<Member>()
            .WithMany()
            .HasForeignKey(notification => notification.MemberId)
            .OnDelete(DeleteBehavior.Cascade);
        builder
            .HasOne<Group>()
            .WithMany()
            .HasForeignKey(notification => notification.GroupId)
            .OnDelete(DeleteBehavior.Cascade);
        builder
            .HasOne<Member>()
            .WithMany()
            .HasForeignKey(notification => notification.ActorId)
            .OnDelete(DeleteBehavior.Cascade);
    }
}
