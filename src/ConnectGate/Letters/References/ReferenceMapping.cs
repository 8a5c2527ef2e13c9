using ConnectGate.Letters.Requests;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ConnectGate.Letters.References;

internal sealed class ReferenceMapping : IEntityTypeConfiguration<Reference>
{
    public void Configure(EntityTypeBuilder<Reference> builder)
    {
        builder.ToTable("References", table =>
            table.HasCheckConstraint(
                "CK_References_Three",
                "\"AskerId\" <> \"AskedId\" AND \"AskerId\" <> \"AboutId\" AND \"AskedId\" <> \"AboutId\""
            )
        );
        builder.Property(reference => reference.PublicId).HasMaxLength(PublicId.Length);
        builder.HasIndex(reference => reference.PublicId).IsUnique();
        builder.Property(reference => reference.Version).IsConcurrencyToken();
        builder.Property(reference => reference.Line).Within(Reference.LineLimit);
        builder
            .HasOne<ConnectionRequest>()
            .WithMany()
            .HasForeignKey(reference => reference.RequestId)
            .OnDelete(DeleteBehavior.Cascade);
        builder
            .HasOne<Member>()
            .WithMany()
            .HasForeignKey(reference => reference.AskerId)
            .OnDelete(DeleteBehavior.Restrict);
        builder
            .HasOne<Member>()
            .WithMany()
            .HasForeignKey(reference => reference.AskedId)
            .OnDelete(DeleteBehavior.Restrict);
        builder
            .HasOne<Member>()
            .WithMany()
            .HasForeignKey(reference => reference.AboutId)
            .OnDelete(DeleteBehavior.Restrict);

        // A member is asked at most once about a letter.
        builder.HasIndex(reference => new { reference.RequestId, reference.AskedId }).IsUnique();
        builder.HasIndex(reference => new
        {
            reference.AskedId,
            reference.AskedAt,
            reference.Id,
        });
    }
}
