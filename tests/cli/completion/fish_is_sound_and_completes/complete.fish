source ae.fish
for words in "ae pi" "ae pipeline --quo" "ae pipeline --format " "ae policy " "ae completion f"
  echo "$words ->" (complete --do-complete "$words" | string replace -r "\t.*" "" | sort)
end
