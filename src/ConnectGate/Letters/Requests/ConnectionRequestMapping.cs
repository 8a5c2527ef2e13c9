using ConnectGate.Gate;
using ConnectGate.Ties.Groups;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ConnectGate.Letters.Requests;

internal sealed class ConnectionRequestMapping : IEntityTypeConfiguration<ConnectionRequest>
{
    public void Configure(EntityTypeBuilder<ConnectionRequest> builder)
    {
        builder.ToTable("Requests", table =>
        {
            table.HasCheckConstraint(
                "CK_Requests_Pair",
                "\"LowId\" < \"HighId\" AND \"SenderId\" <> \"RecipientId\" "
                    + "AND \"SenderId\" IN (\"LowId\", \"HighId\") AND \"RecipientId\" IN (\"LowId\", \"HighId\")"
            );
            table.HasCheckConstraint(
                "CK_Requests_Connector",
                "\"IntroducedById\" NOT IN (\"SenderId\", \"RecipientId\")"
            );
            table.HasCheckConstraint(
                "CK_Requests_Introduction",
                "CASE WHEN \"IntroducedById\" IS NULL "
                    + "THEN \"IntroductionWords\" IS NULL AND \"State\" <> 'WithConnector'\n"
                    + "WHEN \"IntroductionWords\" IS NULL THEN \"State\" IN ('WithConnector', 'Withdrawn', 'Closed') "
                    + "ELSE \"State\" <> 'WithConnector' END"
            );
            table.HasCheckConstraint("CK_Requests_Met", "\"MetAt\" IS NOT NULL OR NOT \"MetLongAgo\"");
            table.HasCheckConstraint(
                "CK_Requests_Times",
                "\"SentAt\" <= \"ChangeableUntil\" AND \"ChangeableUntil\" <= \"DeliverAt\" AND \"DeliverAt\" < "
                    + "\"ExpiresAt\""
            );
        });
        builder.Property(request => request.PublicId).HasMaxLength(PublicId.Length);
        builder.HasIndex(request => request.PublicId).IsUnique();
        builder.Property(request => request.Version).IsConcurrencyToken();

        builder
            .Property(request => request.Note)
            .HasConversion(note => note.Text, text => PersonalNote.FromStore(text))
            .Within(PersonalNote.Limit);
        builder.Property(request => request.ReasonDetail).Within(StatedReason.DetailLimit);
        builder.Property(request => request.ReplyText).Within(DeclineReply.TextLimit);
        builder.Property(request => request.ReplyChannel).Within(DeclineReply.ChannelLimit);
        builder.Property(request => request.SenderName).Within(Member.DisplayNameLimit);
        builder.Property(request => request.IntroductionWords).Within(PassedOn.Limit);
        builder.Property(request => request.Answers).AsJson();
        builder.ComplexProperty(
            request => request.SentUnder,
            terms => terms.Property(value => value.WelcomesPitches).HasColumnName("SentUnder_WelcomesOffers")
        );
        builder.Ignore(request => request.Grounds);

        builder
            .HasOne<Member>()
            .WithMany()
            .HasForeignKey(request => request.SenderId)
            .OnDelete(DeleteBehavior.Restrict);
        builder
            .HasOne<Member>()
            .WithMany()
            .HasForeignKey(request => request.RecipientId)
            .OnDelete(DeleteBehavior.Restrict);
        builder
            .HasOne<Member>()
            .WithMany()
            .HasForeignKey(request => request.IntroducedById)
            .OnDelete(DeleteBehavior.Restrict);

        builder.HasOne<Group>().WithMany().HasForeignKey(request => request.GroupId).OnDelete(DeleteBehavior.Restrict);

        // Two members have at most one waiting request, in either direction.
        builder
            .HasIndex(request => new { request.LowId, request.HighId })
            .IsUnique()
            .HasFilter($"\"State\" = '{nameof(RequestState.Waiting)}'");

        // A sender has at most one request to a recipient that is with a connector.
        builder
            .HasIndex(request => new { request.SenderId, request.RecipientId })
            .IsUnique()
            .HasFilter($"\"State\" = '{nameof(RequestState.WithConnector)}'");

        // The unique index covers one state only. The gate and the letter page query all states of a pair.
        builder.HasIndex(request => new { request.LowId, request.HighId }, "IX_Requests_Pair");
        builder.HasIndex(request => new { request.RecipientId, request.SentAt });
        builder
            .HasIndex(request => new { request.IntroducedById, request.SentAt })
            .HasFilter("\"IntroducedById\" IS NOT NULL");

        // The two orders of the inbox.
        builder
            .HasIndex(request => new
            {
                request.RecipientId,
                request.State,
                request.CouldBeToAnyone,
                request.DeliverAt,
                request.Id,
            })
            .IsDescending(false, false, false, true, true);
        builder
            .HasIndex(request => new
            {
                request.RecipientId,
                request.State,
                request.CouldBeToAnyone,
                request.IsVouchedFor,
                request.DeliverAt,
                request.Id,
            })
            .IsDescending(false, false, false, true, true, true);
        builder.HasIndex(request => new
        {
            request.SenderId,
            request.SentAt,
            request.Id,
        });
    }
}
