using Microsoft.AspNetCore.Mvc.Rendering;

namespace ConnectGate.Web.Markup.Fields;

/// <summary>The fields of the page in their order. Each adds itself when it is made.</summary>
internal sealed class FieldOrder
{
    private readonly List<(string Name, string Label)> _fields = [];

    /// <summary>The fields of this request's page so far.</summary>
    public static FieldOrder Of(ViewContext view)
    {
        var items = view.HttpContext.Items;
        if (items[typeof(FieldOrder)] is not FieldOrder order)
        {
            items[typeof(FieldOrder)] = order = new FieldOrder();
        }

        return order;
    }

    public void Add(string name, string label) => _fields.Add((name, label));

    /// <summary>The place of the field; -1 for what is no field of the page.</summary>
    public int PlaceOf(string name) =>
        _fields.FindIndex(field => string.Equals(field.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// The label of one of several like fields (<c>answers[k3]</c>), whose message does not say which of them it is
    /// about; else null.
    /// </summary>
    public string? NameOf(string name) =>
        name.Contains('[', StringComparison.Ordinal) && PlaceOf(name) is >= 0 and var place
            ? _fields[place].Label
            : null;
}
