using ConnectGate.People.Accounts;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ConnectGate.Care.Administration.Imports;

internal sealed class MemberImportMapping
    : IEntityTypeConfiguration<MemberImport>,
        IEntityTypeConfiguration<MemberImportSlice>
{
    public void Configure(EntityTypeBuilder<MemberImport> builder)
    {
        builder.ToTable("MemberImports", table =>
            table.HasCheckConstraint("CK_MemberImports_Done", "\"Done\" BETWEEN 0 AND \"Total\"")
        );
        builder.Property(import => import.Problems).AsJson();
        builder.ComplexProperty(import => import.Planned);
        builder.ComplexProperty(import => import.Applied);
        builder.HasOne<Account>().WithMany().HasForeignKey(import => import.ById).OnDelete(DeleteBehavior.SetNull);
    }

    public void Configure(EntityTypeBuilder<MemberImportSlice> builder)
    {
        builder.ToTable("MemberImportSlices");
        builder.Property(slice => slice.Rows).AsJson();
        builder.Property(slice => slice.Others).AsJson();
        builder
            .HasOne<MemberImport>()
            .WithMany()
            .HasForeignKey(slice => slice.ImportId)
            .OnDelete(DeleteBehavior.Cascade);
    }
}
