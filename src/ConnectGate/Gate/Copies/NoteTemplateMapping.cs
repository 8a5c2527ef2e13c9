using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ConnectGate.Gate.Copies;

internal sealed class NoteTemplateMapping
    : IEntityTypeConfiguration<NoteTemplate>,
        IEntityTypeConfiguration<NoteTemplateKey>
{
    public void Configure(EntityTypeBuilder<NoteTemplate> builder)
    {
        builder.ToTable("NoteTemplates");
        builder.Property(template => template.Text).Within(NoteTemplate.Limit);
        builder
            .HasOne<Member>()
            .WithMany()
            .HasForeignKey(template => template.AddedById)
            .OnDelete(DeleteBehavior.Restrict);
        builder
            .HasMany(template => template.Keys)
            .WithOne()
            .HasForeignKey(key => key.TemplateId)
            .OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<NoteTemplateKey> builder)
    {
        builder.ToTable("NoteTemplateKeys");

        // Queries look up by the key alone, and the index contains every column.
        builder.HasKey(key => new { key.Key, key.TemplateId });
    }
}
