using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ConnectGate.People.Members.Photos;

/// <summary>
/// A member's photo in two sizes, as WebP without metadata. It has a table of its own, so that the rows of members stay
/// narrow. <see cref="Member.PhotoVersion"/> says whether there is one.
/// </summary>
internal sealed class Photo
{
    /// <summary>In pixels; both pictures are square. A smaller file gives a smaller picture.</summary>
    public const int Side = 512,
        SmallSide = 128;

    /// <summary>In bytes.</summary>
    public const int MostBytes = 60 * 1024,
        MostSmallBytes = 8 * 1024;

    public required long MemberId { get; init; }

    /// <summary>For the profile.</summary>
    public required byte[] Large { get; init; }

    /// <summary>For lists.</summary>
    public required byte[] Small { get; init; }
}

internal sealed class PhotoMapping : IEntityTypeConfiguration<Photo>
{
    public void Configure(EntityTypeBuilder<Photo> builder)
    {
        builder.ToTable("Photos", table =>
        {
            table.HasCheckConstraint("CK_Photos_Large", $"length(\"Large\") BETWEEN 1 AND {Photo.MostBytes}");
            table.HasCheckConstraint("CK_Photos_Small", $"length(\"Small\") BETWEEN 1 AND {Photo.MostSmallBytes}");
        });
        builder.HasKey(photo => photo.MemberId);
        builder.Property(photo => photo.MemberId).ValueGeneratedNever();
        builder
            .HasOne<Member>()
            .WithOne()
            .HasForeignKey<Photo>(photo => photo.MemberId)
            .OnDelete(DeleteBehavior.Cascade);
    }
}
