using ConnectGate.Ties.Groups;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ConnectGate.Ties.Agendas;

internal sealed class AgendaMapping : IEntityTypeConfiguration<AgendaEntry>
{
    public void Configure(EntityTypeBuilder<AgendaEntry> builder)
    {
        builder.ToTable("AgendaEntries", table =>
            table.HasCheckConstraint("CK_AgendaEntries_Written", "\"ComesFor\" <> '' OR \"CanGive\" <> ''")
        );
        builder.HasKey(entry => entry.MembershipId);
        builder.Property(entry => entry.MembershipId).ValueGeneratedNever();
        builder.Property(entry => entry.ComesFor).Within(AgendaEntry.ComesForLimit);
        builder.Property(entry => entry.CanGive).Within(AgendaEntry.CanGiveLimit);
        builder
            .HasOne<Membership>()
            .WithOne()
            .HasForeignKey<AgendaEntry>(entry => entry.MembershipId)
            .OnDelete(DeleteBehavior.Cascade);
    }
}
