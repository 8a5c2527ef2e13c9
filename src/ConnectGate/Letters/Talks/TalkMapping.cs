using ConnectGate.Letters.Requests;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ConnectGate.Letters.Talks;

internal sealed class TalkMapping : IEntityTypeConfiguration<Talk>, IEntityTypeConfiguration<TalkMessage>
{
    public void Configure(EntityTypeBuilder<Talk> builder)
    {
        builder.ToTable("Talks", table =>
        {
            table.HasCheckConstraint("CK_Talks_Messages", $"\"Messages\" BETWEEN 1 AND {2 * Talk.MostExchanges}");
            table.HasCheckConstraint("CK_Talks_Times", "\"StartedAt\" <= \"EndsAt\" AND \"StartedAt\" < \"ExpiredAt\"");
        });
        builder.HasKey(talk => talk.RequestId);
        builder.Property(talk => talk.RequestId).ValueGeneratedNever();
        builder.Property(talk => talk.Version).IsConcurrencyToken();
        builder
            .HasOne<ConnectionRequest>()
            .WithOne()
            .HasForeignKey<Talk>(talk => talk.RequestId)
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Member>().WithMany().HasForeignKey(talk => talk.StoppedById).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<TalkMessage> builder)
    {
        builder.ToTable("TalkMessages");
        builder.Property(message => message.PublicId).HasMaxLength(PublicId.Length);
        builder.HasIndex(message => message.PublicId).IsUnique();
        builder.Property(message => message.Text).Within(TalkMessage.Limit);
        builder
            .HasOne<ConnectionRequest>()
            .WithMany()
            .HasForeignKey(message => message.RequestId)
            .OnDelete(DeleteBehavior.Restrict);
        builder
            .HasOne<Member>()
            .WithMany()
            .HasForeignKey(message => message.AuthorId)
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(message => new { message.RequestId, message.Id });
    }
}
