using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ConnectGate.People.Mail;

internal sealed class OutgoingMailMapping : IEntityTypeConfiguration<OutgoingMail>
{
    public void Configure(EntityTypeBuilder<OutgoingMail> builder)
    {
        builder.ToTable("OutgoingMail");
        builder.HasIndex(mail => mail.DueAt);
    }
}
