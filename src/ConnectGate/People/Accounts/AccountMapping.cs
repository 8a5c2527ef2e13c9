using ConnectGate.People.Accounts.Admissions;
using ConnectGate.People.Accounts.Former;
using ConnectGate.People.Accounts.Sessions;
using ConnectGate.People.Accounts.SigningIn;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ConnectGate.People.Accounts;

internal sealed class AccountMapping
    : IEntityTypeConfiguration<Account>,
        IEntityTypeConfiguration<Session>,
        IEntityTypeConfiguration<SignInTries>,
        IEntityTypeConfiguration<Admitted>,
        IEntityTypeConfiguration<ServerSecret>,
        IEntityTypeConfiguration<DataProtectionKey>
{
    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.ToTable("Accounts");
        builder.Property(account => account.Application).Within(Account.ApplicationLimit);

        // Identity's own index would let two simultaneous registrations have the same address.
        builder.HasIndex(account => account.NormalizedEmail).HasDatabaseName("EmailIndex").IsUnique();
        builder.HasIndex(account => account.Role);
        builder.Property(account => account.OutsideId).HasMaxLength(Admitted.OutsideIdLength);
        builder.HasIndex(account => account.OutsideId).IsUnique().HasFilter("\"OutsideId\" IS NOT NULL");
        builder.HasIndex(account => account.ExpiresOn).HasFilter("\"ExpiresOn\" IS NOT NULL");
        builder.HasIndex(account => account.LapsedAt).HasFilter("\"LapsedAt\" IS NOT NULL");
        builder.Property(account => account.FormerAddress).HasMaxLength(FormerNames.HashLength);
        builder.Property(account => account.FormerHandle).HasMaxLength(FormerNames.HashLength);
        builder.HasIndex(account => account.FormerAddress).HasFilter("\"FormerAddress\" IS NOT NULL");
        builder.HasIndex(account => account.FormerHandle).HasFilter("\"FormerHandle\" IS NOT NULL");
        builder.HasIndex(account => account.LeavesAt).HasFilter("\"LeavesAt\" IS NOT NULL");
        builder
            .HasOne<Account>()
            .WithMany()
            .HasForeignKey(account => account.LetInById)
            .OnDelete(DeleteBehavior.SetNull);
    }

    public void Configure(EntityTypeBuilder<Session> builder)
    {
        builder.ToTable("Sessions");
        builder.Property(session => session.PublicId).HasMaxLength(PublicId.Length);
        builder.HasIndex(session => session.PublicId).IsUnique();
        builder
            .HasOne<Account>()
            .WithMany()
            .HasForeignKey(session => session.AccountId)
            .OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<SignInTries> builder)
    {
        builder.ToTable("Attempts");
        builder.HasKey(tries => tries.Key);
    }

    public void Configure(EntityTypeBuilder<Admitted> builder)
    {
        builder.ToTable("Admitted");
        builder.HasIndex(admitted => admitted.NormalizedEmail).IsUnique();
        builder.HasIndex(admitted => new { admitted.At, admitted.Id });
        builder.Property(admitted => admitted.OutsideId).HasMaxLength(Admitted.OutsideIdLength);
        builder.HasIndex(admitted => admitted.OutsideId).IsUnique().HasFilter("\"OutsideId\" IS NOT NULL");
        builder.HasOne<Account>().WithMany().HasForeignKey(admitted => admitted.ById).OnDelete(DeleteBehavior.SetNull);
    }

    public void Configure(EntityTypeBuilder<ServerSecret> builder)
    {
        builder.ToTable("ServerSecrets");
        builder.HasKey(secret => secret.Name);
    }

    public void Configure(EntityTypeBuilder<DataProtectionKey> builder)
    {
        builder.ToTable("DataProtectionKeys");
        builder.Property(key => key.FriendlyName).IsRequired();
        builder.Property(key => key.Xml).IsRequired();
    }
}
