using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ConnectGate.Desk.Conversations;

internal sealed class ConversationMapping : IEntityTypeConfiguration<Conversation>, IEntityTypeConfiguration<Message>
{
    public void Configure(EntityTypeBuilder<Conversation> builder)
    {
        builder.ToTable("Conversations", table =>
            table.HasCheckConstraint("CK_Conversations_Pair", "\"LowId\" < \"HighId\"")
        );
        builder.HasIndex(conversation => new { conversation.LowId, conversation.HighId }).IsUnique();
        builder.HasIndex(conversation => conversation.HighId);
        builder
            .HasOne<Member>()
            .WithMany()
            .HasForeignKey(conversation => conversation.LowId)
            .OnDelete(DeleteBehavior.Restrict);
        builder
            .HasOne<Member>()
            .WithMany()
            .HasForeignKey(conversation => conversation.HighId)
            .OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Message> builder)
    {
        builder.ToTable("Messages");
        builder.Property(message => message.PublicId).HasMaxLength(PublicId.Length);
        builder.HasIndex(message => message.PublicId).IsUnique();
        builder.Property(message => message.Text).Within(Message.Limit);
        builder
            .HasOne(message => message.Conversation)
            .WithMany()
            .HasForeignKey(message => message.ConversationId)
            .OnDelete(DeleteBehavior.Restrict);
        builder
            .HasOne<Member>()
            .WithMany()
            .HasForeignKey(message => message.AuthorId)
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(message => new { message.ConversationId, message.Id });
        builder.HasIndex(message => message.RequestId);
    }
}
