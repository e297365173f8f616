using System.Buffers;
using System.Text.Json;
using Recommender.Worker.Problems;

namespace Recommender.Worker.Api;

/// <summary>Walks through a JSON body once, and says of every value that will not do its field, the value and the rule.</summary>
ref partial struct BodyReader
{
    const int Deepest = 8;
    const int Echoed = 60;

    Utf8JsonReader _json;
    string _field;
    string? _within;   // the object or list that the field stands in
    int _at;           // and the place in the list

    public BodyReader(in ReadOnlySequence<byte> body)
    {
        _json = new(body, new JsonReaderOptions { MaxDepth = Deepest });
        _field = "";
    }

    /// <summary>The spelling that the names of the body's fields told first; null while none has.</summary>
    public KeyCase? Case { get; private set; }

    /// <summary>Whether the value is null, which counts as not given.</summary>
    public readonly bool IsNull => _json.TokenType == JsonTokenType.Null;

    /// <summary>The field that is read, with where it stands, as in <c>data[3].order_id</c>.</summary>
    public readonly string Parameter => Inside(_field);

    /// <summary>The field of that name beside the one that is read.</summary>
    public readonly string Inside(string field) => _within is null ? field : _at < 0 ? $"{_within}.{field}" : $"{_within}[{_at}].{field}";

    /// <summary>Whether the reader stands at this name.</summary>
    public readonly bool IsAt(ReadOnlySpan<byte> name) => _json.ValueTextEquals(name);

    /// <summary>The name at which the reader stands.</summary>
    public readonly string Name() => Letters();

    /// <summary>Goes from the name of a field to its value.</summary>
    public void Enter(string field, KeyCase? tells)
    {
        _field = field;
        Case ??= tells;
        _json.Read();
    }

    /// <summary>Reads the whole body, which is one object; an empty body is one without fields.</summary>
    public void Whole<T>(BodyShape<T> shape, T target) where T : class
    {
        _json.Read();
        if (_json.TokenType != JsonTokenType.StartObject) throw new ProblemException(new(ProblemCode.ValidationFailed) { Location = "body", Message = "VALIDATION_FAILED.object", Reason = Found() });

        Members(shape, target);
        while (_json.Read()) { }   // what stands behind it is malformed, and the reader says so
    }

    /// <summary>Reads the field's value, an object.</summary>
    public void Object<T>(BodyShape<T> shape, T target) where T : class
    {
        if (_json.TokenType != JsonTokenType.StartObject) throw Refused("object");

        var before = (_within, _at, _field);
        (_within, _at) = (Parameter, -1);
        Members(shape, target);
        (_within, _at, _field) = before;
    }

    /// <summary>Reads the field's value, a list of at most so many objects.</summary>
    public void Objects<T>(BodyShape<T> shape, int most, Func<T> next) where T : class
    {
        if (_json.TokenType != JsonTokenType.StartArray) throw Refused("list");

        var (within, place, field) = (_within, _at, _field);
        var list = Parameter;
        for (var at = 0; ReadEntry(); at++)
        {
            (_within, _at, _field) = (within, place, field);
            if (at == most) throw TooMany(most);
            if (_json.TokenType != JsonTokenType.StartObject)
            {
                _field = $"{field}[{at}]";
                throw Refused("object");
            }
            (_within, _at) = (list, at);
            Members(shape, next());
        }
        (_within, _at, _field) = (within, place, field);
    }

    void Members<T>(BodyShape<T> shape, T target) where T : class
    {
        var seen = 0UL;
        while (_json.Read() && _json.TokenType == JsonTokenType.PropertyName) shape.ReadField(ref this, target, ref seen);
    }

    bool ReadEntry() => _json.Read() && _json.TokenType != JsonTokenType.EndArray;
}
