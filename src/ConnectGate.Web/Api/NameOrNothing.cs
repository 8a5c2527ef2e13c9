using System.Text.Json;
using System.Text.Json.Serialization;

namespace ConnectGate.Web.Api;

/// <summary>
/// Reads a field that takes a name. A number, a list or anything else is read as the empty text, which is no name. So
/// the command refuses it with the field's usual words, together with everything else that is wrong.
/// </summary>
internal sealed class NameOrNothing : JsonConverter<string?>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            return reader.GetString();
        }

        reader.TrySkip(); // the serializer has read the whole value ahead
        return "";
    }

    public override void Write(Utf8JsonWriter writer, string? value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value);
}
