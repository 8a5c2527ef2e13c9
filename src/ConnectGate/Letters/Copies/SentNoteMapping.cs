using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ConnectGate.Letters.Copies;

internal sealed class SentNoteMapping : IEntityTypeConfiguration<SentNote>, IEntityTypeConfiguration<SentNoteKey>
{
    public void Configure(EntityTypeBuilder<SentNote> builder)
    {
        builder.ToTable("SentNotes");
        builder.HasKey(note => note.RequestId);
        builder.Property(note => note.RequestId).ValueGeneratedNever();
        builder
            .HasOne(note => note.Request)
            .WithOne()
            .HasForeignKey<SentNote>(note => note.RequestId)
            .OnDelete(DeleteBehavior.Cascade);
        builder
            .HasMany(note => note.Keys)
            .WithOne()
            .HasForeignKey(key => key.RequestId)
            .OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(note => new { note.SenderId, note.SentAt });
    }

    public void Configure(EntityTypeBuilder<SentNoteKey> builder)
    {
        builder.ToTable("SentNoteKeys");
        builder.HasKey(key => new { key.RequestId, key.Key });

        // The first index serves the search in a sender's own notes. The second serves the search in recent notes of
        // all senders.
        builder.HasIndex(key => new
        {
            key.Key,
            key.SenderId,
            key.SentAt,
            key.RecipientId,
            key.RequestId,
        });
        builder.HasIndex(key => new
        {
            key.Key,
            key.SentAt,
            key.SenderId,
            key.RequestId,
        });
    }
}
