namespace Simulator.Messages;

/// <summary>Public voices in the order in which they were raised, and complaints that await an answer.</summary>
internal sealed class VoiceLog
{
    /// <summary>Days on which a voice is seen: ages 0 … 6.</summary>
    internal const int VisibleDays = 7;

    private readonly List<Voice> _voices = [];
    private readonly List<bool> _answered = [];
    private readonly Queue<Complaint> _complaints = [];
    private int _oldestLive;

    /// <summary>Voices ever raised.</summary>
    internal int Count => _voices.Count;

    internal Voice this[int index] => _voices[index];

    /// <summary>Index of the first voice that may still be seen on a day; voices are in the order of their days.</summary>
    internal int FirstLive(int day)
    {
        while (_oldestLive < _voices.Count && _voices[_oldestLive].Day + VisibleDays <= day)
        {
            _oldestLive++;
        }

        return _oldestLive;
    }

    /// <summary>Whether a voice was answered, so that nobody sees it any more.</summary>
    internal bool IsAnswered(int index) => _answered[index];

    internal void MarkAnswered(int index) => _answered[index] = true;

    internal void Praise(int speaker, int day, int ordinal) => Raise(new Voice(speaker, day, IsComplaint: false, ordinal));

    internal void Complain(int speaker, int day, int ordinal, bool isPublic)
    {
        int index = isPublic ? Raise(new Voice(speaker, day, IsComplaint: true, ordinal)) : -1;
        _complaints.Enqueue(new Complaint(speaker, day, ordinal, index));
    }

    /// <summary>Takes the next complaint made on a day or before.</summary>
    internal bool TryTakeComplaint(int madeBy, out Complaint complaint) =>
        _complaints.TryPeek(out complaint) && complaint.Day <= madeBy && _complaints.TryDequeue(out complaint);

    /// <summary>Takes over what was raised elsewhere, in its order, and leaves nothing there.</summary>
    internal void Take(VoiceLog staged)
    {
        int before = _voices.Count;
        _voices.AddRange(staged._voices);
        _answered.AddRange(staged._answered);
        foreach (Complaint complaint in staged._complaints)
        {
            _complaints.Enqueue(complaint.VoiceIndex < 0 ? complaint : complaint with { VoiceIndex = before + complaint.VoiceIndex });
        }

        staged._voices.Clear();
        staged._answered.Clear();
        staged._complaints.Clear();
    }

    private int Raise(Voice voice)
    {
        _voices.Add(voice);
        _answered.Add(false);
        return _voices.Count - 1;
    }
}
