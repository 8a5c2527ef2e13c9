using FluentValidation.Results;

namespace ConnectGate.Foundation.Text;

/// <summary>Carries a wording or a refusal through a validator: in the failure's state, without a language.</summary>
internal static class RefusalRules
{
    public static IRuleBuilderOptions<T, TProperty> WithMessage<T, TProperty>(
        this IRuleBuilderOptions<T, TProperty> rule,
        Func<T, Wording> wording
    ) => rule.WithState(wording);

    public static void Refuse<T>(this ValidationContext<T> context, Refusal refusal) =>
        context.AddFailure(
            new ValidationFailure(refusal.Field, "") { ErrorCode = refusal.Code, CustomState = refusal.Wording }
        );

    /// <exception cref="InvalidOperationException">The rule has no text in <c>Words.resx</c>: a bug.</exception>
    public static Refusal ToRefusal(this ValidationFailure failure) =>
        failure.CustomState is Wording wording
            ? new Refusal(failure.ErrorCode, failure.PropertyName, wording)
            : throw new InvalidOperationException(
                $"The rule '{failure.ErrorCode}' for '{failure.PropertyName}' has no text."
            );
}
