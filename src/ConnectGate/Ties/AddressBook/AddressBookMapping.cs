using ConnectGate.Ties.AddressBook.Reading;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ConnectGate.Ties.AddressBook;

internal sealed class AddressBookMapping
    : IEntityTypeConfiguration<AddressBookEntry>,
        IEntityTypeConfiguration<AddressBookEmail>,
        IEntityTypeConfiguration<AddressBookImport>,
        IEntityTypeConfiguration<AddressBookSlice>
{
    public void Configure(EntityTypeBuilder<AddressBookEntry> builder)
    {
        var text = new TextLimit("address-book-text", 0, Contact.LongestText);
        builder.ToTable("AddressBook", table =>
            table.HasCheckConstraint("CK_AddressBook_Name", "length(\"Name\") > 0")
        );
        builder.Property(entry => entry.Key).HasMaxLength(Contact.KeyLength);
        builder.Property(entry => entry.Name).Within(text);
        builder.Property(entry => entry.Company).Within(text);
        builder.Property(entry => entry.Position).Within(text);
        builder.HasOne<Member>().WithMany().HasForeignKey(entry => entry.OwnerId).OnDelete(DeleteBehavior.Cascade);
        builder
            .HasMany(entry => entry.Emails)
            .WithOne()
            .HasForeignKey(email => email.EntryId)
            .OnDelete(DeleteBehavior.Cascade);

        // A second import finds the entries of the first one by their keys.
        builder.HasIndex(entry => new { entry.OwnerId, entry.Key }).IsUnique();

        // These indexes serve the search for a letter's sender, and the order of the list.
        builder.HasIndex(entry => new { entry.OwnerId, entry.Slug }).HasFilter("\"Slug\" IS NOT NULL");
        builder.HasIndex(entry => new
        {
            entry.OwnerId,
            entry.FoldedName,
            entry.Id,
        });
    }

    public void Configure(EntityTypeBuilder<AddressBookEmail> builder)
    {
        builder.ToTable("AddressBookEmails");
        builder.HasKey(email => new { email.EntryId, email.Address });
        builder.HasIndex(email => new { email.OwnerId, email.Address });
    }

    public void Configure(EntityTypeBuilder<AddressBookImport> builder)
    {
        builder.ToTable("AddressBookImports", table =>
            table.HasCheckConstraint("CK_AddressBookImports_Done", "\"Done\" BETWEEN 0 AND \"Total\"")
        );
        builder.HasKey(import => import.OwnerId);
        builder.Property(import => import.OwnerId).ValueGeneratedNever();
        builder.Property(import => import.Problems).AsJson();
        builder
            .HasOne<Member>()
            .WithOne()
            .HasForeignKey<AddressBookImport>(import => import.OwnerId)
            .OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<AddressBookSlice> builder)
    {
        builder.ToTable("AddressBookSlices");
        builder.Property(slice => slice.Contacts).AsJson();
        builder
            .HasOne<AddressBookImport>()
            .WithMany()
            .HasForeignKey(slice => slice.OwnerId)
            .OnDelete(DeleteBehavior.Cascade);
    }
}
