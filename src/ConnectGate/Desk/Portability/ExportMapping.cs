using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ConnectGate.Desk.Portability;

internal sealed class ExportMapping : IEntityTypeConfiguration<Export>, IEntityTypeConfiguration<ExportPiece>
{
    public void Configure(EntityTypeBuilder<Export> builder)
    {
        builder.ToTable("Exports", table =>
            table.HasCheckConstraint("CK_Exports_Done", "\"Done\" BETWEEN 0 AND \"Total\"")
        );
        builder.HasKey(export => export.MemberId);
        builder.Property(export => export.MemberId).ValueGeneratedNever();
        builder.Property(export => export.Version).IsConcurrencyToken();
        builder
            .HasOne<Member>()
            .WithOne()
            .HasForeignKey<Export>(export => export.MemberId)
            .OnDelete(DeleteBehavior.Cascade);

        // Finds what waits, and what is offered no longer.
        builder.HasIndex(export => export.FinishedAt);
    }

    public void Configure(EntityTypeBuilder<ExportPiece> builder)
    {
        builder.ToTable("ExportPieces");
        builder.HasKey(piece => new { piece.MemberId, piece.Number });
        builder.HasOne<Export>().WithMany().HasForeignKey(piece => piece.MemberId).OnDelete(DeleteBehavior.Cascade);
    }
}
