using ConnectGate.Foundation.Portability;

namespace ConnectGate.Ties.AddressBook;

/// <summary>The people in the member's address book.</summary>
internal sealed class AddressBookExport(ConnectGateContext context) : IExports
{
    public IReadOnlyList<Type> Covers => [typeof(AddressBookEntry), typeof(AddressBookEmail)];

    public IEnumerable<ExportTable> TablesOf(long memberId, DateTime now) =>
        [
            ExportTable.Of(
                "address-book",
                context
                    .AddressBook.Where(entry => entry.OwnerId == memberId)
                    .OrderBy(entry => entry.Id)
                    .Include(entry => entry.Emails.OrderBy(email => email.Address)),
                entry => new
                {
                    entry.Source,
                    entry.Name,
                    entry.Company,
                    entry.Position,
                    Emails = entry.Emails.Select(email => email.Address),
                    LinkedIn = entry.Slug,
                    entry.On,
                    entry.ImportedAt,
                }
            ),
        ];
}
