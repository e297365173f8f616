namespace Recommender.Worker.Api;

/// <summary>Reads the value of a field into what the body becomes.</summary>
delegate void ReadValue<in T>(ref BodyReader body, T target);
