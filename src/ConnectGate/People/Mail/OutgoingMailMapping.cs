using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ConnectGate.People.Mail;

internal sealed class OutgoingMailMapping : IEntityTypeConfiguration<OutgoingMail>
{
    public void Configure(EntityTypeBuilder<OutgoingMail> builder)
    {
        builder.ToTable("OutgoingMail");

        // A number, because mail leaves in the order of the kinds.
        builder.Property(mail => mail.Kind).HasConversion<int>();
        builder.Property(mail => mail.FaultDetail).HasMaxLength(MailFault.DetailLength);
        builder.HasIndex(mail => mail.DueAt);
    }
}
