namespace Experiments.Calibration;
internal static class RecoveryReport { internal static Reports.MethodReport Of(RecoveryResults results, string folder) => throw new NotImplementedException(); }
internal sealed class RecoveryResults { internal static RecoveryResults Read(Microsoft.Data.Sqlite.SqliteConnection c, Analysis.ExperimentFacts f, CalibrationSettings s) => throw new NotImplementedException(); }
internal static class CalibrationReport { internal static Reports.MethodReport Of(CalibrationResults results, string folder) => throw new NotImplementedException(); }
internal sealed class CalibrationResults { internal static CalibrationResults Read(Microsoft.Data.Sqlite.SqliteConnection c, Analysis.ExperimentFacts f, CalibrationSettings s) => throw new NotImplementedException(); }
