using ConnectGate.Gate;
using ConnectGate.Letters.Introductions.Offers;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ConnectGate.Letters.Introductions;

internal sealed class IntroductionMapping
    : IEntityTypeConfiguration<Introduction>,
        IEntityTypeConfiguration<Offer>,
        IEntityTypeConfiguration<OfferTo>
{
    public void Configure(EntityTypeBuilder<Introduction> builder)
    {
        builder.ToTable("Introductions", table =>
            table.HasCheckConstraint(
                "CK_Introductions_Answered",
                "(\"Answer\" IS NULL) = (\"AnsweredAt\" IS NULL) "
                    + "AND (\"Words\" IS NOT NULL) = (\"Answer\" IS NOT NULL AND \"Answer\" = 'PassedOn')"
            )
        );
        builder.HasKey(asked => asked.RequestId);
        builder.Property(asked => asked.RequestId).ValueGeneratedNever();
        builder.Property(asked => asked.Version).IsConcurrencyToken();
        builder.Property(asked => asked.Words).Within(PassedOn.Limit);
        builder
            .HasOne(asked => asked.Request)
            .WithOne()
            .HasForeignKey<Introduction>(asked => asked.RequestId)
            .OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Member>().WithMany().HasForeignKey(asked => asked.ConnectorId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(asked => new
        {
            asked.ConnectorId,
            asked.AskedAt,
            asked.RequestId,
        });
    }

    public void Configure(EntityTypeBuilder<Offer> builder)
    {
        builder.ToTable("Offers");
        builder.Property(offer => offer.PublicId).HasMaxLength(PublicId.Length);
        builder.HasIndex(offer => offer.PublicId).IsUnique();
        builder.Property(offer => offer.Version).IsConcurrencyToken();
        builder
            .HasOne<Member>()
            .WithMany()
            .HasForeignKey(offer => offer.IntroducerId)
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(offer => offer.To).WithOne().HasForeignKey(to => to.OfferId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(offer => new { offer.IntroducerId, offer.OfferedAt });
    }

    public void Configure(EntityTypeBuilder<OfferTo> builder)
    {
        builder.ToTable("OffersTo");
        builder.HasKey(to => new { to.OfferId, to.MemberId });
        builder.Property(to => to.Words).Within(PassedOn.Limit);
        builder.HasOne<Member>().WithMany().HasForeignKey(to => to.MemberId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(to => to.MemberId);
    }
}
