using ConnectGate.Gate;
using ConnectGate.Ties.Connections.Blocks;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ConnectGate.Ties.Connections;

internal sealed class ConnectionMapping : IEntityTypeConfiguration<Connection>, IEntityTypeConfiguration<Block>
{
    public void Configure(EntityTypeBuilder<Connection> builder)
    {
        builder.ToTable("Connections", table =>
        {
            table.HasCheckConstraint(
                "CK_Connections_Pair",
                "\"LowId\" < \"HighId\" AND \"AskedById\" IN (\"LowId\", \"HighId\")"
            );
            table.HasCheckConstraint(
                "CK_Connections_NamedFrom",
                "(\"NamedFrom\" IS NULL) = (\"EndedAt\" IS NOT NULL OR NOT \"Low_MayBeNamedAsLink\" "
                    + "OR NOT \"High_MayBeNamedAsLink\") AND (\"NamedFrom\" IS NULL OR \"NamedFrom\" = \"ValidFrom\")"
            );
        });
        builder.Property(connection => connection.Version).IsConcurrencyToken();
        builder
            .Property(connection => connection.Note)
            .HasConversion(note => note.Text, text => PersonalNote.FromStore(text))
            .Within(PersonalNote.Limit);
        builder.Property(connection => connection.ReasonDetail).Within(StatedReason.DetailLimit);
        builder.ComplexProperty(connection => connection.Low);
        builder.ComplexProperty(connection => connection.High);
        builder
            .HasOne<Member>()
            .WithMany()
            .HasForeignKey(connection => connection.LowId)
            .OnDelete(DeleteBehavior.Restrict);
        builder
            .HasOne<Member>()
            .WithMany()
            .HasForeignKey(connection => connection.HighId)
            .OnDelete(DeleteBehavior.Restrict);
        builder
            .HasOne<Member>()
            .WithMany()
            .HasForeignKey(connection => connection.IntroducedById)
            .OnDelete(DeleteBehavior.Restrict);

        // Two members have at most one connection that has not ended. An ended connection stays as history.
        builder
            .HasIndex(connection => new { connection.LowId, connection.HighId })
            .IsUnique()
            .HasFilter("\"EndedAt\" IS NULL");
        builder.HasIndex(connection => connection.LowId);
        builder.HasIndex(connection => connection.HighId);

        // Each index contains every column that the query for mutual connections needs, from either end. A computed
        // column would not work: SQLite reads the row for it.
        builder
            .HasIndex(connection => new
            {
                connection.LowId,
                connection.NamedFrom,
                connection.HighId,
            })
            .HasFilter("\"NamedFrom\" IS NOT NULL");
        builder
            .HasIndex(connection => new
            {
                connection.HighId,
                connection.NamedFrom,
                connection.LowId,
            })
            .HasFilter("\"NamedFrom\" IS NOT NULL");
        builder.HasIndex(connection => connection.RequestId).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Block> builder)
    {
        builder.ToTable("Blocks", table =>
            table.HasCheckConstraint("CK_Blocks_Other", "\"BlockerId\" <> \"BlockedId\"")
        );
        builder.HasIndex(block => new { block.BlockerId, block.BlockedId }).IsUnique();
        builder.HasIndex(block => block.BlockedId);
        builder.HasOne<Member>().WithMany().HasForeignKey(block => block.BlockerId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Member>().WithMany().HasForeignKey(block => block.BlockedId).OnDelete(DeleteBehavior.Cascade);
    }
}
