"""The commune's papers: Word files in the form of NĐ 30/2020/NĐ-CP, from templates that staff edit in Word."""
