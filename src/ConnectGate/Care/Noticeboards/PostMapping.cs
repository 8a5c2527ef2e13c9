using ConnectGate.Ties.Groups;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ConnectGate.Care.Noticeboards;

internal sealed class PostMapping : IEntityTypeConfiguration<Post>
{
    public void Configure(EntityTypeBuilder<Post> builder)
    {
        builder.ToTable("Posts");
        builder.Property(post => post.PublicId).HasMaxLength(PublicId.Length);
        builder.HasIndex(post => post.PublicId).IsUnique();
        builder.Property(post => post.Text).Within(Post.Limit);
        builder.HasIndex(post => new { post.GroupId, post.Id });
        builder.HasOne<Group>().WithMany().HasForeignKey(post => post.GroupId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Member>().WithMany().HasForeignKey(post => post.AuthorId).OnDelete(DeleteBehavior.Cascade);
    }
}
