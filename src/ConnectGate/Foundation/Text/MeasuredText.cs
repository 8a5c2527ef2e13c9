namespace ConnectGate.Foundation.Text;

/// <summary>
/// A text as it was typed, cleaned and measured once. It can then be compared with several minimums.
/// </summary>
internal sealed class MeasuredText
{
    private readonly TextLimit _limit;
    private readonly bool _isBlank;
    private readonly bool _hidesCharacters;
    private readonly VisibleText.Measure _length;

    public MeasuredText(TextLimit limit, string? text)
    {
        _limit = limit;
        _isBlank = VisibleText.IsBlank(text);

        // Cleaning a megabyte of combining marks is wasted work.
        if (text?.Length > limit.MaximumCodePoints * 2 + 1_000)
        {
            Clean = "";
            _length = new VisibleText.Measure(int.MaxValue, int.MaxValue, int.MaxValue);
            return;
        }

        Clean = VisibleText.Clean(text);
        _hidesCharacters = limit.IsName && Clean.Length > 0 && VisibleText.HidesCharacters(text!.Trim());
        _length = VisibleText.Measure.Of(Clean);
    }

    /// <summary>The text as it is stored; see <see cref="VisibleText.Clean"/>. Empty where the text is far too
    /// long.</summary>
    public string Clean { get; }

    /// <summary>The length that counts towards a minimum; see <see cref="VisibleText.CountTowardsMinimum"/>.</summary>
    public int TowardsMinimum => _length.TowardsMinimum;

    /// <summary>As <see cref="TextLimit.Check"/>.</summary>
    public Refusal? Check(string field, int? minimum = null) => Presence(field) ?? Length(field, minimum);

    /// <summary>Refuses only a required text that is missing.</summary>
    public Refusal? Presence(string field) => _limit.Minimum > 0 && _isBlank ? Refusal("missing", field) : null;

    /// <summary>As <see cref="TextLimit.Length"/>.</summary>
    public Refusal? Length(string field, int? minimum = null)
    {
        var least = Math.Max(_limit.Minimum, minimum ?? 0);
        return _hidesCharacters ? Refusal("hides-characters", field)
            : _length.Characters > _limit.Maximum || _length.CodePoints > _limit.MaximumCodePoints
                ? Refusal("too-long", field, least)
            : _length.Characters > 0 && _length.TowardsMinimum < least ? Refusal("too-short", field, least)
            : null;
    }

    private Refusal Refusal(string finding, string field, int? minimum = null)
    {
        var code = $"{_limit.Name}-{finding}";
        return new Refusal(code, field, Words.Format(code, minimum ?? _limit.Minimum, _limit.Maximum));
    }
}
